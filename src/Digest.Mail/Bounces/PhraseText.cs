using System.Text;

namespace Digest.Mail.Bounces;

/// <summary>
/// Makes words comparable: lower case, single spaces, and without addresses, links and codes, whose letters say nothing
/// about the reason (<c>spam@example.org: user unknown</c>) and tear phrases apart.
/// </summary>
internal static class PhraseText
{
    public static string Of(string text)
    {
        var plain = new StringBuilder(Math.Min(text.Length, ReportText.MaxNotice) + 2).Append(' ');
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            foreach (var word in WithoutAddresses(line).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                if (!IsNoise(word))
                    plain.Append(word.ToLowerInvariant()).Append(' ');
            }
        }

        return plain.Replace('’', '\'').Replace(" : ", ": ").ToString();
    }

    private static string WithoutAddresses(string line)
    {
        var plain = new StringBuilder(line.Length);
        var from = 0;
        foreach (var found in AddressScan.Find(line))
        {
            if (found.Start < from)
                continue;
            plain.Append(line, from, found.Start - from).Append(' ');
            from = found.End;
        }

        return plain.Append(line, from, line.Length - from).ToString();
    }

    private static bool IsNoise(string word) =>
        word.Contains("://", StringComparison.Ordinal)
        || word.Trim('.', ':', ';', '(', ')', '<', '>', '"') is { Length: 0 }
        || (char.IsAsciiDigit(word[0]) && IsCode(word));

    private static bool IsCode(string word) =>
        word.TrimEnd('-', ':', ',').Split('-') is { Length: <= 2 } parts
        && parts.All(part => part.Length is > 0 and <= 11 && part.All(c => char.IsAsciiDigit(c) || c == '.'));
}
