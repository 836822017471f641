using System.Text.RegularExpressions;

namespace Digest.Markup;

/// <summary>
/// The part of YAML that front matter uses, read line by line and forgivingly: a value may hold <c>: </c>, a key may be
/// followed by a space, and a broken line costs that line only. A strict parser refuses a third of real archives.
/// </summary>
internal sealed partial class YamlFields(IReadOnlyList<TextLine> lines, FrontMatterFields fields)
{
    private int _at;

    public void Read()
    {
        while (_at < lines.Count)
        {
            var line = lines[_at++];
            var text = TextOf(line);
            if (IsSilent(text))
                continue;

            if (Setting().Match(text) is { Success: true } setting)
                ReadSetting(KeyOf(setting), setting.Groups["value"].Value.Trim(), line.Number);
            else
                fields.Unreadable(line.Number);
        }
    }

    private void ReadSetting(string key, string value, int line)
    {
        if (value.Length == 0 || value[0] == '#')
            ReadBelow(key, line);
        else if (value[0] is '|' or '>' && value.Length <= 3)
            fields.Add(key, [string.Join(value[0] == '|' ? "\n" : " ", Indented()).Trim()], line);
        else if (value[0] == '[')
            ReadFlowList(key, value, line);
        else if (value[0] == '{')
            fields.Warn(line, $"'{key}' is a map; left out");
        else
            fields.Add(key, [Scalar(string.Join(' ', Indented().Prepend(value)))], line);
    }

    /// <summary>What stands below a key without a value: a list, or settings of its own, or nothing.</summary>
    private void ReadBelow(string key, int line)
    {
        var values = new List<string>();
        while (_at < lines.Count)
        {
            var text = TextOf(lines[_at]);
            if (ListItem().Match(text) is { Success: true } item)
                values.Add(Scalar(item.Groups["value"].Value));
            else if (StartsIndented(text) && Setting().Match(text.TrimStart()) is { Success: true } inner)
                fields.Add($"{key}.{KeyOf(inner)}", [Scalar(inner.Groups["value"].Value)], lines[_at].Number);
            else if (!IsSilent(text))
                break;

            _at++;
        }

        fields.Add(key, values, line);
    }

    private void ReadFlowList(string key, string value, int line)
    {
        var start = 0;
        if (QuotedText.ReadList(value, ref start, doubled: true) is { } values)
        {
            fields.Add(key, values, line);
            return;
        }

        // A list over several lines ends before the next key at the latest, or the rest of the block would be lost.
        var parts = new List<string> { value };
        while (_at < lines.Count && TextOf(lines[_at]) is var next && (StartsIndented(next) || next.StartsWith(']')))
        {
            parts.Add(next.Trim());
            _at++;
        }

        if (QuotedText.ReadList(string.Join('\n', parts), ref start, doubled: true) is { } several)
            fields.Add(key, several, line);
        else
            fields.Warn(line, $"the list of '{key}' is not closed by ']'; left out");
    }

    private IEnumerable<string> Indented()
    {
        while (_at < lines.Count && TextOf(lines[_at]) is var text && (StartsIndented(text) || IsBlankBeforeIndented()))
        {
            _at++;
            yield return text.Trim();
        }
    }

    private bool IsBlankBeforeIndented() =>
        lines[_at].Text.Trim(LineCursor.Blank).IsEmpty
        && _at + 1 < lines.Count
        && StartsIndented(TextOf(lines[_at + 1]));

    private static string Scalar(string value)
    {
        var text = value.Trim();
        var at = 0;
        if (text is ['"' or '\'', ..] && QuotedText.Read(text, ref at, doubled: true) is { } quoted
            && IsSilent(text[at..]))
        {
            return quoted;
        }

        var comment = text.StartsWith('#') ? 0 : text.IndexOf(" #", StringComparison.Ordinal);
        var plain = (comment < 0 ? text : text[..comment]).Trim();
        return plain is "~" or "null" ? "" : plain;
    }

    private static string TextOf(TextLine line) => line.Text.TrimEnd(LineCursor.Blank).ToString();

    private static string KeyOf(Match setting) => setting.Groups["key"].Value.Trim().Trim('"', '\'');

    private static bool IsSilent(string text) => text.AsSpan().TrimStart(LineCursor.Blank) is [] or ['#', ..];

    private static bool StartsIndented(string text) => text is [' ' or '\t', _, ..];

    [GeneratedRegex("""^(?<key>[\p{L}_][\p{L}\p{N}_. -]{0,60}|"[^"]{1,60}"|'[^']{1,60}'):(?!//)(?<value>.*)$""")]
    private static partial Regex Setting();

    [GeneratedRegex(@"^\s*-(?:\s+(?<value>.*))?$")]
    private static partial Regex ListItem();
}
