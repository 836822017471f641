using System.Globalization;
using System.Text;

namespace Digest.Mail.Mime;

/// <summary>
/// Writes header fields: lines of at most 76 columns where that is possible, folded only where a space is (RFC 5322
/// §2.2.3), never right after the colon: filters take a field that starts on its second line for forged.
/// </summary>
internal sealed class HeaderWriter
{
    private const int MaxColumns = 76;
    private const int MaxLineOctets = 998;
    private readonly StringBuilder _lines = new();

    public void Add(HeaderField field)
    {
        switch (field.Kind)
        {
            case HeaderKind.Unstructured:
                AddText(field.Name, field.Value);
                break;
            case HeaderKind.Structured:
                AddFolded(field.Name, field.Value);
                break;
            default:
                AddLine($"{field.Name}: {field.Value}");
                break;
        }
    }

    public void Add(string name, Mailbox mailbox) => AddFolded(name, mailbox.Name is { Length: > 0 } phrase
        ? $"{Phrase.Encode(phrase)} <{mailbox.Address.Value}>"
        : mailbox.Address.Value);

    public void Add(string name, DateTimeOffset date) => AddLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name}: {date:ddd, dd MMM yyyy HH:mm:ss} {(date.Offset < TimeSpan.Zero ? '-' : '+')}{date.Offset:hhmm}"));

    public override string ToString() => _lines.ToString();

    private void AddText(string name, string value)
    {
        var plain = Ascii.IsValid(value)
            && !value.Contains("=?", StringComparison.Ordinal)
            && value.Split(' ').All(word => word.Length < MaxColumns - name.Length - 2);
        AddFolded(name, plain
            ? value
            : string.Join(' ', EncodedWord.Encode(value, MaxColumns - name.Length - 2)));
    }

    private void AddFolded(string name, string value)
    {
        var line = new StringBuilder(name).Append(':');
        var isFirst = true;
        foreach (var word in Words(value))
        {
            if (!isFirst && line.Length + word.Length > MaxColumns)
            {
                AddLine(line.ToString());
                line.Clear();
            }

            line.Append(isFirst ? " " + word : word);
            isFirst = false;
        }

        AddLine(line.ToString());
    }

    /// <summary>
    /// Cuts before each run of spaces, so that joining the pieces gives the value back, space for space.
    /// </summary>
    private static IEnumerable<string> Words(string value)
    {
        var start = 0;
        for (var i = 1; i < value.Length; i++)
        {
            if (value[i] != ' ' || value[i - 1] == ' ')
                continue;
            yield return value[start..i];
            start = i;
        }

        yield return value[start..];
    }

    private void AddLine(string line)
    {
        // The second look, at the wire itself: whatever a caller found a way to build, no line break leaves here.
        if (line.Any(HeaderRules.IsForbidden) || !HeaderRules.IsWellFormed(line))
            throw new FormatException("A header line holds a line break or another control character");
        if (Encoding.UTF8.GetByteCount(line) > MaxLineOctets)
            throw new FormatException("A header line is longer than 998 octets and cannot be folded");

        _lines.Append(line).Append("\r\n");
    }
}
