using System.Text;
using System.Text.RegularExpressions;

namespace Digest.Gather.Mails;

/// <summary>
/// Cuts the mailbox file of a list's archive. Archives do not escape <c>From </c> at the start of a line of text, so a
/// mail begins only where such a line has the form of C's <c>asctime</c> at its end and a header field follows.
/// </summary>
internal static partial class ArchiveMbox
{
    private const int LongestLine = 1000;

    /// <returns>The messages without their <c>From </c> lines; empty if there is no such line at all.</returns>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Split(ReadOnlyMemory<byte> mbox)
    {
        var messages = new List<ReadOnlyMemory<byte>>();
        int? start = null;
        var octets = mbox.Span;
        for (var at = NextFrom(octets, 0); at >= 0; at = NextFrom(octets, at + 1))
        {
            if (BodyAfter(octets, at) is not { } body)
                continue;
            if (start is { } begun)
                messages.Add(mbox[begun..at]);
            start = body;
        }

        if (start is { } last)
            messages.Add(mbox[last..]);
        return messages;
    }

    /// <summary>The start of the next line that begins with From, or -1.</summary>
    private static int NextFrom(ReadOnlySpan<byte> octets, int from)
    {
        if (from == 0 && octets.StartsWith("From "u8))
            return 0;

        var hit = octets[Math.Max(from - 1, 0)..].IndexOf("\nFrom "u8);
        return hit < 0 ? -1 : Math.Max(from - 1, 0) + hit + 1;
    }

    /// <summary>Where the header below a separator begins; null if the line is none.</summary>
    private static int? BodyAfter(ReadOnlySpan<byte> octets, int at)
    {
        var line = octets[at..];
        var end = line[..Math.Min(line.Length, LongestLine)].IndexOf((byte)'\n');
        if (end < 0 || !Separator().IsMatch(Encoding.Latin1.GetString(line[..end])))
            return null;

        var next = line[(end + 1)..];
        next = next[..Math.Min(next.Length, LongestLine)];
        var nextEnd = next.IndexOf((byte)'\n');
        var field = Encoding.Latin1.GetString(nextEnd < 0 ? next : next[..nextEnd]);
        return Field().IsMatch(field) ? at + end + 1 : null;
    }

    [GeneratedRegex(
        @"\AFrom .*\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? +(?:\w{3} +\d{1,2}|\d{1,2} +\w{3}),? " +
        @"+(?:\d{1,2}:\d\d(?::\d\d)? +(?:[A-Z]{3,4} +|[+-]\d{4} +)?\d{4}|\d{4} +\d{1,2}:\d\d(?::\d\d)?)" +
        @"(?: +[+-]\d{4})?\s*\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9-]{0,76}[ \t]?:")]
    private static partial Regex Field();
}
