using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace Digest.EndToEndTests;

/// <summary>
/// A run that dies in the middle of delivery is finished by the next one, and everybody has one letter.
/// </summary>
public sealed partial class KilledRunTests : IDisposable
{
    private const int Readers = 1500;
    private readonly TempSite _site = new();

    public KilledRunTests()
    {
        var rows = Enumerable.Range(1, Readers)
            .Select(number => string.Create(CultureInfo.InvariantCulture, $"reader{number}@reader.example"));
        _site.Write("digests/harbour/readers.csv", $"email\n{string.Join('\n', rows)}\n");
    }

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Killed_delivery_is_finished_by_the_next_run_with_one_letter_each()
    {
        using (var first = _site.Start("run", "--at", TempSite.FirstWeek))
            await KillOnceItDeliversAsync(first);
        var left = _site.Letters().Length;

        var second = await _site.JsonAsync("run", "--at", TempSite.FirstWeek);

        Assert.InRange(left, 1, Readers - 1);
        var letters = second["runs"]![0]!["delivery"]!["letters"]!;
        Assert.Equal(Readers, (int?)letters["accepted"]);
        Assert.Equal(Readers, (int?)letters["audience"]);
        Assert.Equal(Readers, Recipients().Distinct().Count());
        Assert.Equal(Readers, Recipients().Count());
    }

    [Fact]
    public async Task Stopped_delivery_ends_partly_done_and_the_next_run_goes_on()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM");
        using var first = _site.Start("run", "--at", TempSite.FirstWeek);
        var ending = DigestProcess.EndAsync(first);
        await WaitForLettersAsync(first);
        using (var kill = Process.Start("kill", ["-TERM", first.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);

        var stopped = await ending;
        var second = await _site.JsonAsync("run", "--at", TempSite.FirstWeek);

        Assert.Equal(3, stopped.ExitCode);
        Assert.Contains("stopped", stopped.Output + stopped.Errors);
        Assert.Equal(Readers, (int?)second["runs"]![0]!["delivery"]!["letters"]!["accepted"]);
        Assert.Equal(Readers, Recipients().Distinct().Count());
    }

    private async Task KillOnceItDeliversAsync(Process run)
    {
        var ending = DigestProcess.EndAsync(run);
        await WaitForLettersAsync(run);
        run.Kill(entireProcessTree: true);
        await ending;
    }

    private async Task WaitForLettersAsync(Process run)
    {
        while (_site.Letters().Length < 50 && !run.HasExited)
            await Task.Delay(5, TestContext.Current.CancellationToken);
    }

    private IEnumerable<string> Recipients() =>
        _site.Letters().Select(file => ToHeader().Match(File.ReadAllText(file)).Groups["to"].Value);

    [GeneratedRegex("^To: <?(?<to>[^>\r]+)", RegexOptions.Multiline)]
    private static partial Regex ToHeader();
}
