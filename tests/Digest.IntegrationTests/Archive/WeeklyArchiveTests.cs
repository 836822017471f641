using System.Globalization;
using Digest.Markup;
using Digest.Model;
using Digest.Render;
using Digest.Run;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Archive;

public sealed class WeeklyArchiveTests : IAsyncLifetime
{
    private static readonly string[] Ranges =
    [
        "2013-11-17/2013-11-22", "2013-11-22/2013-11-28", "2013-11-28/2013-12-05", "2013-12-06/2013-12-16",
        "2013-12-16/2013-12-26", "2013-12-26/2014-01-16", "2014-01-17/2014-02-02", "2014-02-03/2014-02-15",
        "2014-02-15/2014-02-27", "2014-02-28/2014-03-19", "2014-03-20/2014-04-10", "2014-04-10/2014-04-23",
    ];

    private ArchiveFixture _fixture = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _fixture = await ArchiveFixture.CreateAsync(Token);

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Twelve_real_issues_become_past_issues_with_number_range_and_sections()
    {
        var report = await ImportAsync("weekly");

        var imported = report.Files.Cast<ArchiveFileOutcome.Imported>().ToList();
        Assert.Equal(Enumerable.Range(1, 12), imported.Select(file => file.Issue.Number ?? 0));
        Assert.Equal(Ranges, imported.Select(file => Written(file.Issue)));
        Assert.All(imported, file => Assert.True(file.Sections >= 2 && file.Items >= 8, $"{file}"));
        Assert.All(imported, file => Assert.StartsWith("OpenStack社区动态第", file.Issue.Title, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Imported_issues_are_past_and_never_to_be_mailed()
    {
        await ImportAsync("weekly");

        var issues = await _fixture.Database.Get<IIssueStore>().ListAsync("weekly", Token);
        Assert.Equal(12, issues.Count);
        Assert.All(issues, issue => Assert.True(issue is { Imported: true, State: IssueState.Sent }));
        var sixth = await _fixture.Database.Get<IFrozenIssueStore>().FindAsync(new IssueRef("weekly", "6"), Token);
        Assert.Contains("https://wiki.openstack.org/wiki/Nova/InstanceLevelSnapshots", sixth!.Page);
    }

    [Fact]
    public async Task Copies_hold_the_archive_text_unchanged_and_lose_nothing_when_taken_apart()
    {
        await ImportAsync("weekly");

        foreach (var file in Directory.GetFiles(Corpus.PathOf("weekly"), "*.md").Order(StringComparer.Ordinal).Index())
        {
            var text = await File.ReadAllTextAsync(file.Item, Token);
            Assert.Equal(text, _fixture.Copy((file.Index + 1).ToString("000", CultureInfo.InvariantCulture)));
            Assert.Equal(text, IssueMarkdown.Write(IssueMarkdown.Parse(text)));
        }
    }

    [Fact]
    public async Task Second_import_changes_nothing()
    {
        await ImportAsync("weekly");
        var before = await _fixture.Database.Get<IIssueStore>().ListAsync("weekly", Token);

        var again = await ImportAsync("weekly");

        Assert.Equal((0, 12, 0), (again.Imported, again.Known, again.Refused));
        Assert.Equal(before, await _fixture.Database.Get<IIssueStore>().ListAsync("weekly", Token));
    }

    [Fact]
    public async Task Seeds_become_one_numbered_issue_and_four_special_ones()
    {
        var report = await ImportAsync("seeds");

        var imported = report.Files.Cast<ArchiveFileOutcome.Imported>().ToDictionary(file => file.Issue.Ref.Label);
        Assert.Equal(
            ["6", "barcelona-summit-day3", "kilo-design-summit-ja", "vancouver-summit-day1", "vancouver-summit-day2"],
            imported.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("OpenStack Kilo Design Summit 報告", imported["kilo-design-summit-ja"].Issue.Title);
        Assert.Equal("2014-12-01/2014-12-01", Written(imported["kilo-design-summit-ja"].Issue));
        Assert.Equal("2015-05-19/2015-05-19", Written(imported["vancouver-summit-day1"].Issue));
        Assert.All(imported.Values, file => Assert.True(file.Items > 0));
    }

    [Fact]
    public async Task Japanese_text_is_rendered_as_japanese_and_no_template_tag_is_shown()
    {
        await ImportAsync("seeds");

        var store = _fixture.Database.Get<IFrozenIssueStore>();
        var kilo = await store.FindAsync(new IssueRef("weekly", "kilo-design-summit-ja"), Token);
        var vancouver = await store.FindAsync(new IssueRef("weekly", "vancouver-summit-day1"), Token);
        Assert.Equal("ja", kilo!.Language);
        Assert.Equal("zh-CN", vancouver!.Language);
        Assert.DoesNotContain("JB/setup", vancouver.Page + vancouver.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Newsletter_is_proposed_with_the_name_that_the_titles_share()
    {
        Assert.SkipWhen(Corpus.SkipReason("weekly") is not null, Corpus.SkipReason("weekly") ?? "");

        var proposal = await ArchiveNewsletter.ProposeAsync(Corpus.PathOf("weekly"), "openstack-weekly", Token);

        Assert.Equal(("OpenStack社区动态", "zh-CN"), (proposal.Title, proposal.Language));
    }

    private async Task<ArchiveImportReport> ImportAsync(string part)
    {
        Assert.SkipWhen(Corpus.SkipReason(part) is not null, Corpus.SkipReason(part) ?? "");
        return await _fixture.Import.RunAsync(Corpus.PathOf(part), _fixture.Newsletter, Token);
    }

    private static string Written(Issue issue) => string.Create(
        CultureInfo.InvariantCulture, $"{issue.From:yyyy-MM-dd}/{issue.To:yyyy-MM-dd}");
}
