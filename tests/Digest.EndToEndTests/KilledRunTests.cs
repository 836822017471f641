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

    private async Task KillOnceItDeliversAsync(Process run)
    {
        var output = run.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = run.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        while (_site.Letters().Length < 50 && !run.HasExited)
            await Task.Delay(5, TestContext.Current.CancellationToken);

        run.Kill(entireProcessTree: true);
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);
        await Task.WhenAll(output, errors);
    }

    private IEnumerable<string> Recipients() =>
        _site.Letters().Select(file => ToHeader().Match(File.ReadAllText(file)).Groups["to"].Value);

    [GeneratedRegex("^To: <?(?<to>[^>\r]+)", RegexOptions.Multiline)]
    private static partial Regex ToHeader();
}
