using Digest.Compose;
using Digest.Feeds;
using Digest.Gather.Feed;
using Digest.Markup;
using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Markup;

/// <summary>Takes hostile texts the whole way: feed, reader, items, draft, letter, page and feed content.</summary>
internal static class HostileIssue
{
    private const int TextsOfAnIssue = 20;

    public static async Task<IReadOnlyList<HostileDocument>> MakeAsync(IReadOnlyList<Vector> vectors)
    {
        var documents = new List<HostileDocument>();
        foreach (var part in vectors.Chunk(TextsOfAnIssue))
        {
            var issue = await RenderAsync(part);
            var names = $"{part[0].Name} to {part[^1].Name}";
            documents.Add(new HostileDocument($"letter of {names}", issue.Html));
            documents.Add(new HostileDocument($"page of {names}", issue.Page));
            documents.Add(HostileDocument.Around($"feed of {names}", issue.BodyHtml));
        }

        return documents;
    }

    private static async Task<FrozenIssue> RenderAsync(Vector[] vectors)
    {
        using var folder = new HostileFolder();
        var newsletter = Some.Newsletter() with { Folder = folder.Path, Sources = [Some.FeedSource("planet")] };
        var store = new InMemoryDraftStore();
        store.Add([.. Gather(vectors, newsletter.Sources[0])]);
        var now = new DateTimeOffset(2026, 11, 13, 10, 0, 0, TimeSpan.Zero);
        var outcome = await store.Composer.DraftAsync(newsletter, now, TestContext.Current.CancellationToken);

        var drafted = Assert.IsType<ComposeOutcome.Drafted>(outcome);
        Assert.Equal(vectors.Length, drafted.Added);
        var text = await File.ReadAllTextAsync(drafted.Path, TestContext.Current.CancellationToken);
        return Some.RenderedIssue(text, newsletter, drafted.Issue);
    }

    private static IEnumerable<Item> Gather(Vector[] vectors, SourceDefinition source)
    {
        var bytes = RssWriter.Write(Some.Feed([.. vectors.Select(Entry)]));
        var place = new Uri("https://planet.example/feed.xml");
        var read = Assert.IsType<FeedReadResult.Read>(FeedReader.Read(bytes, null, place));
        return FeedItems.From(read.Feed, source, place).Select(content => new Item
        {
            Id = ItemId.Of("weekly", source.Id, content.ExternalId),
            Newsletter = "weekly",
            SourceId = source.Id,
            FirstSeen = new DateTimeOffset(2026, 11, 5, 8, 0, 0, TimeSpan.Zero),
            Content = content,
        });
    }

    private static FeedEntry Entry(Vector vector) => new()
    {
        Id = $"tag:planet.example,2026:{vector.Name}",
        Title = $"{vector.Name} {vector.Text}",
        Url = "https://planet.example/" + Uri.EscapeDataString(vector.Name),
        Summary = vector.Text,
        ContentHtml = vector.Text,
        Authors = [vector.Text.Length <= 40 ? vector.Text : "<img src=https://tracker.example/a>"],
        Tags = [vector.Text],
    };

    private sealed class HostileFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("digest-hostile-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
