using Digest.Model;
using Digest.Publish;

namespace Digest.Output;

/// <summary>What publishing wrote, and the pages that people open first.</summary>
public static class PublishOutline
{
    /// <param name="issue">The issue whose page is shown first; null for none.</param>
    public static Outline Of(PublishReport publish, IssueRef? issue) =>
        new($"publish: {Counted.Of(publish.Files.Count, "file")}, {publish.Written} new or changed")
        {
            Path = publish.Folder,
            Children =
            [
                .. Doors(issue).Where(publish.Files.Contains)
                    .Select(name => new Outline(name) { Path = Path.Combine(publish.Folder, name), Tone = Tone.Quiet }),
            ],
        };

    private static string[] Doors(IssueRef? issue) =>
        [$"{issue?.FileStem}.html", $"{issue?.FileStem}.txt", "index.html", "feed.xml", "atom.xml", "feed.json"];
}
