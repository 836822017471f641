using System.Text;

namespace Digest.Mail.Dkim;

/// <summary>One header field as it stands in a message, folds and final CRLF included.</summary>
internal sealed record DkimField(string Name, string Raw)
{
    public bool Is(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Splits a header into fields and relaxes them (RFC 6376 §3.4.2).</summary>
internal static class DkimFields
{
    public static IReadOnlyList<DkimField> Parse(string head)
    {
        var raw = new List<StringBuilder>();
        foreach (var line in head.Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            if (raw.Count == 0 || line[0] is not (' ' or '\t'))
                raw.Add(new StringBuilder());
            raw[^1].Append(line).Append("\r\n");
        }

        return [.. raw.Select(field => field.ToString()).Select(field => new DkimField(NameOf(field), field))];
    }

    /// <summary>
    /// Name in lower case, folds undone, runs of white space one space, none at the edges; CRLF at the end.
    /// </summary>
    public static string Relax(string raw)
    {
        var colon = raw.IndexOf(':', StringComparison.Ordinal);
        var value = raw[(colon + 1)..].Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return $"{NameOf(raw).ToLowerInvariant()}:{string.Join(' ', value)}\r\n";
    }

    private static string NameOf(string raw) => raw.Split(':', 2)[0].TrimEnd(' ', '\t');
}
