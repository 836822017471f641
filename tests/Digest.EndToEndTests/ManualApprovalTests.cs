using Xunit;

namespace Digest.EndToEndTests;

public sealed class ManualApprovalTests : IDisposable
{
    private readonly TempSite _site = new();

    public ManualApprovalTests() =>
        _site.Replace("digests/harbour/newsletter.yml", "approve: automatic", "approve: manual");

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Run_stops_at_the_draft_and_says_what_comes_next()
    {
        var result = await _site.RunAsync("run", "--at", TempSite.FirstWeek);

        Assert.True(result.ExitCode == 0, result.Errors + result.Output);
        Assert.Contains("digests/harbour/issues/001.md", result.Output);
        Assert.Contains("digest approve harbour/1", result.Output);
        Assert.Empty(_site.Letters());
    }

    [Fact]
    public async Task Edited_draft_is_what_readers_get()
    {
        await _site.RunAsync("run", "--at", TempSite.FirstWeek);
        _site.Replace("digests/harbour/issues/001.md", "The second crane", "The third crane");

        var approved = await _site.RunAsync("approve", "harbour/1");
        var sent = await _site.RunAsync("send", "harbour/1");

        Assert.True(approved.ExitCode == 0, approved.Errors);
        Assert.True(sent.ExitCode == 0, sent.Errors);
        Assert.Equal(3, _site.Letters().Length);
        var preview = await _site.RunAsync("preview", "harbour/1");
        Assert.Contains("The third crane", preview.Output);
    }

    [Fact]
    public async Task Editor_opens_the_draft_with_its_arguments()
    {
        await _site.RunAsync("run", "--at", TempSite.FirstWeek);
        _site.Environment["EDITOR"] = "sed -i -e 's/second crane/fourth crane/'";

        var edited = await _site.RunAsync("issues", "edit", "harbour/1");

        Assert.True(edited.ExitCode == 0, edited.Errors);
        Assert.Contains("fourth crane", await File.ReadAllTextAsync(
            _site.PathOf("digests/harbour/issues/001.md"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("false", "ended with code 1")]
    [InlineData("/nowhere/editor --wait", "set VISUAL or EDITOR")]
    [InlineData("sed -i -e 's/^title: .*/title: \"open/'", "001.md:2: ")]
    [InlineData("sed -i -e 's/^to: .*/to: friday/'", "001.md:5: to: 'friday'")]
    public async Task Editor_that_fails_or_spoils_the_draft_is_told(string editor, string message)
    {
        await _site.RunAsync("run", "--at", TempSite.FirstWeek);
        _site.Environment["VISUAL"] = editor;
        _site.Environment["EDITOR"] = "true";

        var edited = await _site.RunAsync("issues", "edit", "harbour/1");

        Assert.Equal(1, edited.ExitCode);
        Assert.Contains(message, edited.Errors);
    }

    [Fact]
    public async Task Draft_that_was_spoiled_is_not_approved()
    {
        await _site.RunAsync("run", "--at", TempSite.FirstWeek);
        _site.Replace("digests/harbour/issues/001.md", "title: \"Harbour", "title: \"Harbour\" \"");

        var approved = await _site.RunAsync("approve", "harbour/1");

        Assert.Equal(1, approved.ExitCode);
        Assert.Equal("draft", (string?)(await _site.JsonAsync("status", "harbour/1"))["state"]);
    }

    [Fact]
    public async Task Times_are_in_the_newsletters_zone_for_people_and_in_utc_for_programs()
    {
        _site.Replace("digests/harbour/newsletter.yml", "Europe/Lisbon", "Asia/Tokyo");
        await _site.RunAsync("run", "--at", TempSite.FirstWeek);

        foreach (var line in new[] { "status", "issues show harbour/1", "sources show harbour/blog" })
            Assert.Contains("2026-11-08 23:59 +09:00", (await _site.RunAsync(line.Split(' '))).Output);
        var issue = await _site.JsonAsync("issues", "show", "harbour/1");
        Assert.Equal("2026-11-08T14:59:59+00:00", (string?)issue["created"]);
    }

    [Fact]
    public async Task Approved_issue_is_not_opened_in_the_editor()
    {
        await _site.RunAsync("run", "--at", TempSite.FirstWeek);
        await _site.RunAsync("approve", "harbour/1");
        _site.Environment["EDITOR"] = "sed -i -e 's/crane/boat/'";

        var edited = await _site.RunAsync("issues", "edit", "harbour/1");

        Assert.Equal(1, edited.ExitCode);
        Assert.Contains("only a draft can be edited", edited.Errors);
    }

    [Fact]
    public async Task Draft_cannot_be_sent_before_it_is_approved()
    {
        await _site.RunAsync("run", "--at", TempSite.FirstWeek);

        var sent = await _site.RunAsync("send", "harbour/1");

        Assert.Equal(1, sent.ExitCode);
        Assert.Contains("digest approve harbour/1", sent.Errors);
    }

    [Fact]
    public async Task Next_run_sends_what_was_approved_meanwhile()
    {
        await _site.RunAsync("run", "--at", TempSite.FirstWeek);
        await _site.RunAsync("approve", "harbour/1");

        var run = await _site.RunAsync("run", "--at", TempSite.FirstWeek);

        Assert.True(run.ExitCode == 0, run.Errors + run.Output);
        Assert.Equal(3, _site.Letters().Length);
    }

    [Fact]
    public async Task Cancelled_issue_frees_its_number_and_its_items_for_the_next()
    {
        await _site.RunAsync("run", "--at", TempSite.FirstWeek);

        var cancelled = await _site.RunAsync("issues", "cancel", "harbour/1");
        var again = await _site.JsonAsync("run", "--at", TempSite.FirstWeek);

        Assert.True(cancelled.ExitCode == 0, cancelled.Errors);
        Assert.Equal("harbour/1", (string?)again["runs"]![0]!["draft"]!["issue"]);
        Assert.Equal(3, again["runs"]![0]!["sections"]!.AsArray().Sum(section => (int)section!["items"]!));
    }

    [Fact]
    public async Task Trial_letter_moves_nothing()
    {
        await _site.RunAsync("run", "--at", TempSite.FirstWeek);

        var trial = await _site.RunAsync("send", "harbour/1", "--test", "editor@harbour.example");

        Assert.True(trial.ExitCode == 0, trial.Errors);
        Assert.Single(_site.Letters());
        var status = await _site.JsonAsync("status", "harbour/1");
        Assert.Equal("draft", (string?)status["state"]);
        Assert.Equal(0, (int?)status["letters"]!["audience"]);
    }
}
