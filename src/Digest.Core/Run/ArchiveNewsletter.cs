using System.Text;
using Digest.Mail.Mime;
using Digest.Markup;
using Digest.Model;
using Digest.Newsletters;

namespace Digest.Run;

/// <summary>Proposes the settings of a newsletter that so far is only an archive.</summary>
public static class ArchiveNewsletter
{
    // The language shows in a few pages; there is no need to hold a whole archive.
    private const int EnoughText = 200_000;

    /// <summary>Named as the issues' titles are before their number, in the language of most of the text.</summary>
    /// <param name="path">A Markdown file, or a folder of them.</param>
    /// <exception cref="DigestException">There is no such path, or no file that can be read below it.</exception>
    public static async Task<NewsletterProposal> ProposeAsync(
        string path, string slug, CancellationToken cancellationToken)
    {
        var titles = new List<string>();
        var text = new StringBuilder();
        foreach (var file in ArchiveFolder.List(path))
        {
            if (await TryReadAsync(file, cancellationToken) is not { } content)
                continue;

            var head = FrontMatterReader.Read(content);
            var body = content[head.BodyStart..];
            titles.Add(MarkdownTitle.Find(head.FrontMatter, body, Path.GetFileName(file)));
            if (text.Length < EnoughText)
                text.Append(body);
        }

        var name = Name(titles) is { Length: > 0 } shared ? shared : slug;
        var from = new Mailbox(name, EmailAddress.Parse("newsletter@example.org"));
        return new NewsletterProposal(slug, name, ArchiveLanguage.Guess(text.ToString()), from);
    }

    private static async Task<string?> TryReadAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return await ArchiveFolder.ReadAsync(file, cancellationToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or DigestException)
        {
            // The import itself tells why it left a file out.
            return null;
        }
    }

    private static string Name(List<string> titles)
    {
        var numbered = titles.Where(title => IssueTitle.NumberOf(title) is not null).ToList();
        return numbered.Count > 0
            ? numbered.GroupBy(IssueTitle.NameOf).OrderByDescending(group => group.Count()).First().Key
            : CommonStart(titles);
    }

    private static string CommonStart(List<string> titles)
    {
        if (titles.Count < 2)
            return titles.FirstOrDefault() ?? "";

        var first = titles[0];
        var shared = titles.Min(title => title.AsSpan().CommonPrefixLength(first));
        return shared >= 2 ? IssueTitle.NameOf(first[..shared]) : "";
    }
}
