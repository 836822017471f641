namespace Digest.Mail.Bounces;

/// <summary>Picks the line or two of a notice that tell why.</summary>
internal static class TellingLines
{
    private const int MaxLines = 4;
    private const int MaxLength = 4 * 1024;

    /// <summary>A line with a code and what continues it, else the first paragraph without doubt; else null.</summary>
    public static string? Find(IReadOnlyList<string> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (StatusCodes.Find(lines[i]) is { Enhanced.Count: > 0 } or { Reply: not null })
                return Join(lines.Skip(i + 1).TakeWhile(line => Continues(line, lines[i])).Prepend(lines[i]));
        }

        return Paragraphs(lines).FirstOrDefault(text => BouncePhrases.Decisive(PhraseText.Of(text)) is not null);
    }

    /// <summary>For a notice that says nothing known: what stands beside the address, if it names one.</summary>
    public static string First(string section, string? address) => Join(
        section.Split('\n')
            .Select(line => address is null ? line : line.Replace(address, "", StringComparison.OrdinalIgnoreCase))
            .Where(line => line.Any(char.IsLetter)));

    /// <summary>Lines are joined, because hosts break them within a phrase.</summary>
    private static IEnumerable<string> Paragraphs(IReadOnlyList<string> lines)
    {
        var words = new List<string>();
        foreach (var line in lines.Append(""))
        {
            if (!string.IsNullOrWhiteSpace(line))
                words.Add(line.Trim());
            else if (words.Count > 0)
            {
                yield return string.Join(' ', words);
                words.Clear();
            }
        }
    }

    /// <summary>A reply of several lines repeats its code; another code is another reply.</summary>
    private static bool Continues(string line, string first)
    {
        var bare = line.TrimStart();
        if (bare.Length == 0 || bare[0] is '<' or '>' || !char.IsAsciiDigit(bare[0]))
            return bare.Length > 0 && bare[0] is not ('<' or '>');

        return bare.Length > 3 && first.TrimStart().StartsWith(bare[..3], StringComparison.Ordinal);
    }

    private static string Join(IEnumerable<string> lines) => ReportText.Cut(
        string.Join(' ', lines.Take(MaxLines).Select(line => ReportText.Cut(line, MaxLength).Trim(' ', '\t', ':'))),
        MaxLength);
}
