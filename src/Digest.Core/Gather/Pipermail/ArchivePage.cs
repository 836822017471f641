using System.Globalization;
using AngleSharp.Dom;
using Digest.Gather.Listings;
using Digest.Gather.Mails;

namespace Digest.Gather.Pipermail;

/// <summary>
/// A page that lists the mails of a month, by date or by thread. A mail's address holds a number that stands nowhere
/// in the download: it is found by the order, which the numbers share with the download, where subject and author
/// agree, and else by these alone.
/// </summary>
internal static class ArchivePage
{
    private const string End = ".html";

    /// <param name="mails">The mails of the month in the order of the download.</param>
    /// <param name="page">The page.</param>
    /// <param name="fallback">The address of a mail that is not found.</param>
    public static IReadOnlyList<ListMail> Locate(IReadOnlyList<ListMail> mails, HtmlPage page, Uri fallback)
    {
        var entries = Entries(page);
        var located = new Uri?[mails.Count];
        var taken = new HashSet<int>();
        for (var at = 0; at < Math.Min(mails.Count, entries.Count); at++)
        {
            if ($"{entries[at].Subject}\n{entries[at].Author}" == KeyOf(mails[at]) && taken.Add(at))
                located[at] = entries[at].Address;
        }

        var free = entries.Where((_, at) => !taken.Contains(at)).Select(entry => entry.Number).ToHashSet();
        Fill(located, mails, Queues(entries, free, entry => $"{entry.Subject}\n{entry.Author}"), free, KeyOf);
        Fill(located, mails, Queues(entries, free, entry => entry.Subject), free, mail => Words(mail.Subject));
        return [.. mails.Select((mail, at) => mail with { Url = (located[at] ?? fallback).AbsoluteUri })];
    }

    private static List<Entry> Entries(HtmlPage page) =>
    [
        .. page.Body.QuerySelectorAll("li").Select(item => EntryOf(item, page.Location)).OfType<Entry>()
            .DistinctBy(entry => entry.Number)
            .OrderBy(entry => entry.Number),
    ];

    private static Entry? EntryOf(IElement item, Uri page)
    {
        var link = item.QuerySelector("a[href]");
        var file = link?.GetAttribute("href")?.Trim() ?? "";
        if (link is null || !file.EndsWith(End, StringComparison.Ordinal)
            || !long.TryParse(file[..^End.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        var author = item.QuerySelector("i")?.TextContent ?? "";
        return new Entry(number, new Uri(page, file), Words(MailSubject.Read(link.TextContent)), Author(author));
    }

    private static Dictionary<string, Queue<Entry>> Queues(
        List<Entry> entries, HashSet<long> free, Func<Entry, string> keyOf) => entries
        .Where(entry => free.Contains(entry.Number))
        .GroupBy(keyOf, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => new Queue<Entry>(group), StringComparer.Ordinal);

    /// <summary>Gives the entries that are left to the mails that have none, first to first.</summary>
    private static void Fill(
        Uri?[] located,
        IReadOnlyList<ListMail> mails,
        Dictionary<string, Queue<Entry>> queues,
        HashSet<long> free,
        Func<ListMail, string> keyOf)
    {
        for (var at = 0; at < mails.Count; at++)
        {
            if (located[at] is null && queues.TryGetValue(keyOf(mails[at]), out var queue)
                && queue.TryDequeue(out var entry))
            {
                located[at] = entry.Address;
                free.Remove(entry.Number);
            }
        }
    }

    private static string KeyOf(ListMail mail) => Words(mail.Subject) + "\n" + Author(mail.Author.Name ?? "");

    /// <summary>Some lists take their prefix off on the page and not in the download: tags do not count.</summary>
    private static string Words(MailSubject subject) => (subject.IsReply ? "re:" : "") + subject.Key;

    private static string Author(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private sealed record Entry(long Number, Uri Address, string Subject, string Author);
}
