using System.Globalization;
using System.Text.RegularExpressions;
using Digest.Compose.Stories;
using Digest.Compose.Stories.Memory;
using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Archive;

/// <summary>What a real weekly told again, labelled by hand, and what it only seemed to tell again.</summary>
public sealed partial class WeeklyMemoryTests : IAsyncLifetime
{
    private ArchiveFixture _fixture = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _fixture = await ArchiveFixture.CreateAsync(Token);

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Theory]
    [InlineData(3, "remove-cast-to-schedule-run-instance", 1, CoverageKind.FollowUp)]
    [InlineData(3, "LoadbalancerInstance", 1, CoverageKind.FollowUp)]
    [InlineData(6, "third_party.html", 2, CoverageKind.Reference)]
    [InlineData(10, "python-heatclient/+milestone", 9, CoverageKind.Reference)]
    public async Task Pair_that_shares_an_address_is_what_a_reader_calls_it(
        int issue, string address, int earlier, CoverageKind kind)
    {
        var covered = await CoveredAsync(issue, text => text.Contains(address, StringComparison.Ordinal));

        var found = Assert.Single(covered, coverage => coverage.Issue.Label == $"{earlier}");
        Assert.True(found.Kind == kind, found.ToString());
    }

    [Fact]
    public async Task Next_version_of_a_client_is_no_repeat() => Assert.Empty(
        await CoveredAsync(10, text => text.Contains("python-novaclient 2.17.0", StringComparison.Ordinal)));

    [Fact]
    public async Task Issue_is_called_by_its_number()
    {
        var covered = await CoveredAsync(3, text => text.Contains("LoadbalancerInstance", StringComparison.Ordinal));

        Assert.Equal("第一期", Assert.Single(covered).Title);
    }

    [Fact]
    public async Task No_pair_but_the_four_that_share_a_thing_is_found_in_twelve_issues()
    {
        var found = new List<string>();
        for (var issue = 2; issue <= 12; issue++)
        {
            foreach (var text in Paragraphs(issue))
            {
                found.AddRange((await FindAsync(issue, text))
                    .Select(coverage => $"{issue} <- {coverage.Issue.Label} {coverage.Kind}: {coverage.Reason}"));
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', found));
        Assert.Equal(4, found.Count(line => line.Contains("same", StringComparison.Ordinal)
            || line.Contains("both link", StringComparison.Ordinal)));
        Assert.DoesNotContain(found, line => line.Contains("alike", StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<Coverage>> CoveredAsync(int issue, Predicate<string> isMeant) =>
        await FindAsync(issue, Assert.Single(Paragraphs(issue), isMeant));

    private async Task<IReadOnlyList<Coverage>> FindAsync(int issue, string text)
    {
        var tellings = (await TellingsAsync())
            .Where(telling => int.Parse(telling.Issue.Label, CultureInfo.InvariantCulture) < issue);
        var title = Addresses().Replace(text, "").Trim().Split('\n')[0];
        var item = Some.Item(title, "notes", body: text);
        return new CoverageFinder([.. tellings]).Find(new Story(item, []));
    }

    private async Task<IReadOnlyList<Telling>> TellingsAsync()
    {
        var store = _fixture.Database.Get<ITellingStore>();
        if (await store.ListAsync("weekly", 10_000, Token) is { Count: > 0 } known)
            return known;

        Assert.SkipWhen(Corpus.SkipReason("weekly") is not null, Corpus.SkipReason("weekly") ?? "");
        await _fixture.Import.RunAsync(Corpus.PathOf("weekly"), _fixture.Newsletter, Token);
        while (await store.FindUntoldAsync("weekly", Token) is { } untold)
            await store.SaveAsync(untold.Content.Issue.Ref, TellingReader.Of(untold), Token);

        return await store.ListAsync("weekly", 10_000, Token);
    }

    private static IEnumerable<string> Paragraphs(int issue)
    {
        Assert.SkipWhen(Corpus.SkipReason("weekly") is not null, Corpus.SkipReason("weekly") ?? "");
        var files = Directory.GetFiles(Corpus.PathOf("weekly"), "*.md").Order(StringComparer.Ordinal);
        var file = files.ElementAt(issue - 1);
        var text = Headings().Replace(File.ReadAllText(file).ReplaceLineEndings("\n"), "\n");
        return text.Split("---\n", 3)[^1].Split("\n\n").Select(part => part.Trim()).Where(part => part.Length > 0);
    }

    [GeneratedRegex(@"<?https?://\S+|\[|\]\([^)]*\)")]
    private static partial Regex Addresses();

    [GeneratedRegex(@"(?m)^#+ .*\n|^[ \t]+$")]
    private static partial Regex Headings();
}
