using System.Buffers;

namespace Digest.Mail.Bounces;

/// <summary>
/// The fields of one group of a report (RFC 3464 §2.1): name to value, unfolded. A line that is no field belongs to
/// the one before it, because some servers forget to indent what they quote.
/// </summary>
internal sealed class StatusFields
{
    private const int MaxValue = 4 * 1024;
    private const string FinalRecipient = "Final-Recipient:";

    private static readonly SearchValues<char> NameLetters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");

    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);
    private string? _last;

    public string? this[string name] => _values.GetValueOrDefault(name);

    public bool IsEmpty => _values.Count == 0;

    /// <summary>True if the group tells of a recipient.</summary>
    public bool IsRecipient => _values.ContainsKey("Final-Recipient") || _values.ContainsKey("Original-Recipient")
        || (_values.ContainsKey("Action") && _values.ContainsKey("Status"));

    /// <summary>The groups of a text, in order; none is empty.</summary>
    public static List<StatusFields> Split(string text)
    {
        var groups = new List<StatusFields> { new() };
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if ((string.IsNullOrWhiteSpace(line) && !groups[^1].IsEmpty) || groups[^1].IsNextRecipient(line))
                groups.Add(new StatusFields());
            if (!string.IsNullOrWhiteSpace(line))
                groups[^1].Add(line);
        }

        return [.. groups.Where(group => !group.IsEmpty)];
    }

    /// <summary>Some hosts leave out the blank line between recipients; some name one twice.</summary>
    private bool IsNextRecipient(string line) =>
        line.StartsWith(FinalRecipient, StringComparison.OrdinalIgnoreCase)
        && this["Final-Recipient"] is { } present
        && !line.AsSpan(FinalRecipient.Length).Trim().Equals(present, StringComparison.OrdinalIgnoreCase);

    /// <summary>Takes a line; the first of two fields with one name counts.</summary>
    private void Add(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var name = colon > 0 && char.IsAsciiLetter(line[0]) ? line[..colon].TrimEnd() : "";
        if (name.Length > 0 && !name.AsSpan().ContainsAnyExcept(NameLetters))
            _last = _values.TryAdd(name, line[(colon + 1)..].Trim()) ? name : null;
        else if (_last is not null && _values[_last].Length < MaxValue)
            _values[_last] = $"{_values[_last]} {line.Trim()}";
    }
}
