using System.Text.RegularExpressions;

namespace Digest.Markup;

/// <summary>
/// The part of TOML that Hugo's front matter uses: strings, numbers, dates, booleans, lists and tables.
/// </summary>
internal sealed partial class TomlFields(IReadOnlyList<TextLine> lines, FrontMatterFields fields)
{
    private const int LongestList = 200;

    private string _table = "";
    private int _at;

    public void Read()
    {
        while (_at < lines.Count)
        {
            var line = lines[_at++];
            var text = line.Text.Trim(LineCursor.Blank).ToString();
            if (text.Length == 0 || text[0] == '#')
                continue;

            if (Table().Match(text) is { Success: true } table)
                _table = table.Groups["name"].Value + ".";
            else if (Setting().Match(text) is { Success: true } setting)
                ReadSetting(_table + KeyOf(setting), setting.Groups["value"].Value, line.Number);
            else
                fields.Unreadable(line.Number);
        }
    }

    private void ReadSetting(string key, string value, int line)
    {
        var at = 0;
        if (value.StartsWith("\"\"\"", StringComparison.Ordinal) || value.StartsWith("'''", StringComparison.Ordinal))
            ReadLongText(key, value, line);
        else if (value[0] == '[')
            ReadList(key, value, line);
        else if (value[0] == '{')
            fields.Warn(line, $"'{key}' is a map; left out");
        else if (value[0] is '"' or '\'' && QuotedText.Read(value, ref at, doubled: false) is { } quoted)
            fields.Add(key, [quoted], line);
        else
            fields.Add(key, [value.Split('#', 2)[0].Trim()], line);
    }

    private void ReadLongText(string key, string value, int line)
    {
        var mark = value[..3];
        var parts = new List<string>();
        for (var rest = value[3..]; ; rest = lines[_at++].Text.ToString())
        {
            var end = rest.IndexOf(mark, StringComparison.Ordinal);
            parts.Add(end < 0 ? rest : rest[..end]);
            if (end >= 0)
                break;

            if (_at == lines.Count)
            {
                fields.Warn(line, $"the text of '{key}' is not closed by {mark}");
                break;
            }
        }

        fields.Add(key, [string.Join('\n', parts).Trim('\n')], line);
    }

    private void ReadList(string key, string value, int line)
    {
        var start = _at;
        var at = 0;
        var joined = value;
        var values = QuotedText.ReadList(joined, ref at, doubled: false);
        while (values is null && _at < lines.Count && _at - start < LongestList && !Setting().IsMatch(lines[_at].Text))
        {
            joined += "\n" + lines[_at++].Text.Trim(LineCursor.Blank).ToString();
            if (joined.EndsWith(']'))
                values = QuotedText.ReadList(joined, ref at, doubled: false);
        }

        if (values is not null)
        {
            fields.Add(key, values, line);
            return;
        }

        _at = start;
        fields.Warn(line, $"the list of '{key}' is not closed by ']'; left out");
    }

    private static string KeyOf(Match setting) => setting.Groups["key"].Value.Trim().Trim('"', '\'');

    // The name neither begins nor ends with a space, or a row of spaces could be shared out in too many ways.
    [GeneratedRegex(@"^\[{1,2}\s*(?<name>[^\[\]\s](?:[^\[\]]{0,58}[^\[\]\s])?)\s*\]{1,2}(?:\s*#.*)?$")]
    private static partial Regex Table();

    [GeneratedRegex("""^\s*(?<key>[A-Za-z0-9_.-]{1,60}|"[^"]{1,60}"|'[^']{1,60}')\s*=\s*(?<value>\S.*)$""")]
    private static partial Regex Setting();
}
