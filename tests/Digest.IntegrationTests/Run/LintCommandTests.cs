using Xunit;

namespace Digest.IntegrationTests.Run;

public sealed class LintCommandTests : IDisposable
{
    private const string Settings = "digests/harbour/newsletter.yml";
    private const string Draft = "digests/harbour/issues/001.md";
    private const string Fault = "\n\nSee [the pier](/pier).\n";

    private readonly CommandSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Sound_draft_is_told_to_be_sound()
    {
        await DraftAsync("");

        var result = await _site.RunAsync("lint", "harbour/1");

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.DoesNotContain("error", result.Output);
    }

    [Fact]
    public async Task Error_is_told_with_its_line_and_ends_with_one()
    {
        await DraftAsync(Fault);
        var line = File.ReadAllLines(_site.PathOf(Draft)).Index().First(one => one.Item.Contains("(/pier)")).Index + 1;

        var result = await _site.RunAsync("lint", "harbour/1");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains($"line {line}: error link-relative: ", result.Output);
    }

    [Fact]
    public async Task Warnings_are_errors_to_the_strict()
    {
        await DraftAsync("\n\nCall +81 90 1234 5678.\n");

        Assert.Equal(0, (await _site.RunAsync("lint", "harbour/1")).ExitCode);
        Assert.Equal(1, (await _site.RunAsync("lint", "harbour/1", "--strict")).ExitCode);
    }

    [Fact]
    public async Task Programs_get_every_finding()
    {
        await DraftAsync(Fault);

        var finding = (await _site.JsonAsync("lint", "harbour/1"))["findings"]!.AsArray()
            .Single(one => (string?)one!["rule"] == "link-relative");

        Assert.Equal("error", (string?)finding!["severity"]);
        Assert.NotEmpty((string)finding["remedy"]!);
    }

    [Fact]
    public async Task Draft_with_an_error_is_not_approved_and_the_way_on_is_told()
    {
        await DraftAsync(Fault);

        var refused = await _site.RunAsync("approve", "harbour/1");

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("001.md:", refused.Errors);
        Assert.Contains("digest approve harbour/1 --despite link-relative", refused.Errors);
        Assert.Equal("draft", (string?)(await _site.JsonAsync("issues", "show", "harbour/1"))["state"]);
    }

    [Fact]
    public async Task Error_that_an_editor_names_is_overlooked()
    {
        await DraftAsync(Fault);

        Assert.Equal(1, (await _site.RunAsync("approve", "harbour/1", "--despite", "link-empty")).ExitCode);
        Assert.Equal(2, (await _site.RunAsync("approve", "harbour/1", "--despite", "all")).ExitCode);
        Assert.Equal(0, (await _site.RunAsync("approve", "harbour/1", "--despite", "link-relative")).ExitCode);
    }

    [Fact]
    public async Task Empty_draft_is_refused_whatever_is_overlooked()
    {
        await DraftAsync("");
        await File.WriteAllTextAsync(
            _site.PathOf(Draft), "---\ntitle: Empty\n---\n", TestContext.Current.CancellationToken);

        Assert.Equal(1, (await _site.RunAsync("approve", "harbour/1", "--despite", "no-items")).ExitCode);
    }

    [Fact]
    public async Task Automatic_approval_leaves_a_draft_with_an_error_and_ends_with_three()
    {
        await DraftAsync(Fault);
        _site.Replace(Settings, "approve: manual", "approve: automatic");

        var result = await _site.RunAsync("run", "--at", CommandSite.FirstWeek);
        var report = (await _site.JsonAsync("run", "--at", CommandSite.FirstWeek))["runs"]![0]!;

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("approve: refused, 1 error", result.Output);
        Assert.Equal("draft", (string?)report["issue"]!["state"]);
        Assert.Equal(1, (int?)report["lint"]!["errors"]);
    }

    [Fact]
    public async Task Newsletter_may_let_a_rule_only_warn()
    {
        await DraftAsync(Fault);
        await File.AppendAllTextAsync(
            _site.PathOf(Settings), "\nlint: { warnings: [link-relative] }\n", TestContext.Current.CancellationToken);

        Assert.Equal(0, (await _site.RunAsync("approve", "harbour/1")).ExitCode);
    }

    [Fact]
    public async Task Unknown_rule_in_the_settings_is_told_with_the_near_one()
    {
        await File.AppendAllTextAsync(
            _site.PathOf(Settings), "\nlint: { ignore: [link-relativ] }\n", TestContext.Current.CancellationToken);

        var result = await _site.RunAsync("newsletters", "list");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("did you mean 'link-relative'?", result.Errors);
    }

    private async Task DraftAsync(string added)
    {
        _site.Replace(Settings, "approve: automatic", "approve: manual");
        await _site.RunAsync("run", "--at", CommandSite.FirstWeek);
        await File.AppendAllTextAsync(_site.PathOf(Draft), added, TestContext.Current.CancellationToken);
    }
}
