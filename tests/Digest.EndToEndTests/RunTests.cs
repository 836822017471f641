using Xunit;

namespace Digest.EndToEndTests;

public sealed class RunTests : IDisposable
{
    private readonly TempSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task One_command_goes_from_sources_to_letters()
    {
        var result = await _site.RunAsync("run", "--at", TempSite.FirstWeek);

        Assert.True(result.ExitCode == 0, result.Errors + result.Output);
        Assert.Equal(3, _site.Letters().Length);
        Assert.True(File.Exists(_site.PathOf("digests/harbour/issues/001.md")));
        Assert.True(File.Exists(_site.PathOf("digests/harbour/public/001.html")));
        Assert.True(File.Exists(_site.PathOf("digests/harbour/public/feed.xml")));
    }

    [Fact]
    public async Task Plain_output_names_stages_sections_letters_and_paths()
    {
        var result = await _site.RunAsync("run", "--at", TempSite.FirstWeek);

        Assert.Contains("gather: 2 sources, 3 new", result.Output);
        Assert.Contains("Blog: 2", result.Output);
        Assert.Contains("Notes: 1", result.Output);
        Assert.Contains("accepted: 3", result.Output);
        Assert.Contains("digests/harbour/issues/001.md", result.Output);
        Assert.Contains("digests/harbour/public/index.html", result.Output);
        Assert.Contains("data/outbox/harbour-1", result.Output);
        Assert.DoesNotContain('\x1b', result.Output + result.Errors);
    }

    [Fact]
    public async Task Second_run_says_nothing_new_and_changes_no_file()
    {
        await _site.RunAsync("run", "--at", TempSite.FirstWeek);
        var before = _site.Snapshot();

        var second = await _site.RunAsync("run", "--at", TempSite.FirstWeek);

        Assert.Equal(0, second.ExitCode);
        Assert.Contains("nothing new since harbour/1", second.Output);
        Assert.Equal(before, _site.Snapshot());
    }

    [Fact]
    public async Task Later_moment_makes_issue_2_of_the_new_items_only()
    {
        await _site.RunAsync("run", "--at", TempSite.FirstWeek);

        var second = await _site.RunAsync("run", "--at", TempSite.SecondWeek);

        Assert.True(second.ExitCode == 0, second.Errors + second.Output);
        var draft = await File.ReadAllTextAsync(
            _site.PathOf("digests/harbour/issues/002.md"), TestContext.Current.CancellationToken);
        Assert.Contains("Winter timetable", draft);
        Assert.Contains("An anchor was found", draft);
        Assert.DoesNotContain("lighthouse", draft);
        Assert.Equal(6, _site.Letters().Length);
    }

    [Fact]
    public async Task Json_output_is_json_and_nothing_else()
    {
        var json = await _site.JsonAsync("run", "--at", TempSite.FirstWeek);

        var run = json["runs"]![0]!;
        Assert.Equal("done", (string?)run["state"]);
        Assert.Equal("harbour/1", (string?)run["issue"]!["issue"]);
        Assert.Equal("sent", (string?)run["issue"]!["state"]);
        Assert.Equal(3, (int?)run["delivery"]!["letters"]!["accepted"]);
        Assert.Equal(3, (int?)run["delivery"]!["letters"]!["audience"]);
    }

    [Fact]
    public async Task Source_that_cannot_be_read_leaves_the_others_and_ends_partly_done()
    {
        _site.Write("digests/harbour/sources/blog.xml", "{ this is no feed");

        var result = await _site.RunAsync("run", "--at", TempSite.FirstWeek);

        Assert.True(result.ExitCode == 3, result.Output);
        Assert.Contains("blog: not read", result.Output);
        Assert.Equal(3, _site.Letters().Length);
    }

    [Fact]
    public async Task Reader_who_unsubscribed_gets_no_second_issue()
    {
        await _site.RunAsync("run", "--at", TempSite.FirstWeek);
        await _site.RunAsync("subscribers", "unsubscribe", "ada@reader.example", "--newsletter", "harbour");

        var json = await _site.JsonAsync("run", "--at", TempSite.SecondWeek);

        Assert.Equal(2, (int?)json["runs"]![0]!["delivery"]!["letters"]!["audience"]);
    }

    [Fact]
    public async Task Suppressed_reader_is_counted_and_not_mailed()
    {
        await _site.RunAsync("subscribers", "suppress", "ada@reader.example", "--reason", "bounce");

        var json = await _site.JsonAsync("run", "--at", TempSite.FirstWeek);

        var letters = json["runs"]![0]!["delivery"]!["letters"]!;
        Assert.Equal(1, (int?)letters["suppressed"]);
        Assert.Equal(3, (int?)letters["audience"]);
        Assert.Equal(2, _site.Letters().Length);
    }
}
