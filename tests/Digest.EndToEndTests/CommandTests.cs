using Xunit;

namespace Digest.EndToEndTests;

public sealed class CommandTests : IDisposable
{
    private readonly TempSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Version_and_help_need_no_settings()
    {
        _site.Write("appsettings.json", "{");

        var version = await _site.RunAsync("--version");
        var help = await _site.RunAsync("run", "--help");

        Assert.Matches(@"^\d+\.\d+\.\d+\s*$", version.Output);
        Assert.Contains("digest run community-weekly", help.Output);
        Assert.Equal(0, version.ExitCode + help.ExitCode);
    }

    [Fact]
    public async Task New_newsletter_can_be_made_and_has_nothing_to_say_yet()
    {
        var made = await _site.RunAsync(
            "newsletters", "add", "pier", "--title", "Pier: \"a\"", "--language", "ja", "--from", "a@pier.example");

        var run = await _site.RunAsync("run", "pier");

        Assert.True(made.ExitCode == 0, made.Errors);
        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.Contains("nothing new", run.Output);
    }

    [Fact]
    public async Task Settings_are_found_from_a_folder_below()
    {
        var folder = Path.Combine(_site.Root, "digests", "harbour");
        using var process = DigestProcess.Start(folder, _site.Environment, "newsletters", "list");

        var result = await DigestProcess.EndAsync(process);

        Assert.Contains("Harbour News", result.Output);
    }

    [Fact]
    public async Task Without_a_settings_file_the_defaults_hold()
    {
        File.Delete(_site.PathOf("appsettings.json"));

        var result = await _site.RunAsync("run", "--at", TempSite.FirstWeek);

        Assert.True(result.ExitCode == 0, result.Errors + result.Output);
        Assert.Equal(3, _site.Letters().Length);
    }
}
