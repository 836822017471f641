using Digest.Compose;
using Digest.Markup;
using Digest.Model;
using Digest.Testing;
using Markdig.Syntax;
using Xunit;

namespace Digest.IntegrationTests.Compose;

/// <summary>Whatever the fields of items hold, a draft has the sections and the items that it should.</summary>
public sealed class HostileItemTests : IDisposable
{
    private const int Items = 40;

    private static readonly DateTimeOffset Now = new(2026, 11, 13, 10, 0, 0, TimeSpan.Zero);

    private static readonly string[] Pieces =
    [
        "\n", "\n\n", "\r", "\u2028", "\u0085", " ", "    ", "\t", "# ", "## 业界动态", "\n## Forged\n", "===",
        "---", "***", "```", "~~~", "<!-- item:0123456789ab source:x -->", "<!--", "-->", "--!>", "<script>",
        "</p>", "<div>", "<![CDATA[", "<?x", "> ", "* ", "1. ", "- ", "+++", "[a]: https://evil.example\n",
        "[a]", "![x](", "](javascript:alert(1))", "](<", "<https://evil.example>", "https://evil.example/a_b",
        "**", "__", "_", "\\", "`", "|", "|a|b|\n|-|-|\n", "&lt;", "&#35;", "&#x0a;", "{% raw %}", "{{x}}",
        "\u202E", "\u2066", "\u200B", "\uFEFF", "\u001B[31m", "\0", "\uD800", "浮木", "キール", "keel", "a", "\"",
        "'", " lang:en", " summary:draft", "section:\"", "%0A", "%3C", "mailto:a@b.example",
        "data:text/html,",
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("digest-hostile-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task No_field_forges_a_section_or_an_item(int seed)
    {
        var random = new Random(seed);
        var store = new InMemoryDraftStore();
        store.Add([.. Enumerable.Range(1, Items).Select(i => Item(random, i))]);

        var drafted = Assert.IsType<ComposeOutcome.Drafted>(
            await store.Composer.DraftAsync(Newsletter, Now, TestContext.Current.CancellationToken));

        var text = await File.ReadAllTextAsync(drafted.Path, TestContext.Current.CancellationToken);
        var document = MarkdownDialect.Parse(text[FrontMatterReader.Read(text).BodyStart..]);
        Assert.Equal(drafted.Added, Unescaped(text, "<!-- item:"));

        // One more: the draft's own words for its editor.
        Assert.Equal(drafted.Added + 1, Unescaped(text, "<!--"));
        Assert.Equal(2, document.Descendants<HeadingBlock>().Count());
        Assert.Empty(document.Descendants<LinkReferenceDefinition>());
        Assert.Empty(document.Descendants<CodeBlock>());
        Assert.DoesNotContain(text, c => (char.IsControl(c) && c is not ('\n' or '\t')) || c is '\u2028' or '\u2029');
    }

    private Newsletter Newsletter => Some.Newsletter() with
    {
        Folder = _folder.FullName,
        Sections = [Some.Section("业界动态", new SectionMatch { Sources = ["planet"] })],
        Sources = [Some.FeedSource("planet"), Some.FeedSource("lists")],
    };

    private static int Unescaped(string text, string mark) => text.Replace($"\\{mark}", "").Split(mark).Length - 1;

    private static Item Item(Random random, int number)
    {
        var source = number % 2 == 0 ? "planet" : "lists";
        var item = Some.Item($"{number} {Text(random)}", source, seen: Now.AddHours(-number));
        return item with
        {
            Content = item.Content with
            {
                Url = random.Next(3) == 0 ? null : $"https://a.example/{number}{Text(random)}",
                Body = Text(random),
                Author = Text(random),
                Language = Text(random),
                Tags = [Text(random), Text(random)],
                Published = (number % 3) switch { 0 => DateTimeOffset.MinValue, 1 => null, _ => Now.AddDays(-1) },
                Objects = [$"url:{Text(random)}"],
                Mentions = [Text(random)],
                Signals = new ItemSignals { Change = Text(random), Replies = int.MaxValue, Participants = -5 },
            },
        };
    }

    private static string Text(Random random) => string.Concat(
        Enumerable.Range(0, random.Next(1, 12)).Select(_ => Pieces[random.Next(Pieces.Length)]));
}
