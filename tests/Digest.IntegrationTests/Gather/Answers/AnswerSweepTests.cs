using Digest.Gather;
using Digest.Gather.Answers;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Gather.Answers;

public sealed class AnswerSweepTests : IDisposable
{
    private static readonly DateTimeOffset Now = Some.RunMoment;
    private readonly TempFolder _folder = new();

    private AnswerPlaces Places => new(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Old_gathering_goes_with_the_bodies_that_only_it_had()
    {
        await KeepAsync(Now.AddDays(-40), "old", "both");
        await KeepAsync(Now.AddDays(-2), "new", "both");

        Sweep(new GatherOptions { KeepAnswers = 30 });

        Assert.Single(Places.Gatherings());
        Assert.Equal(2, Bodies());
    }

    [Fact]
    public async Task Body_that_a_later_not_modified_stands_for_stays()
    {
        await KeepAsync(Now.AddDays(-40), "old");
        var hash = await Places.Bodies.KeepAsync("old"u8.ToArray(), TestContext.Current.CancellationToken);
        await WriteAsync(Now, new AnswerLine
        {
            Source = "a", Name = "https://a.example/", Status = 304, Kept = new AnswerLine { Sha256 = hash },
        });

        Sweep(new GatherOptions { KeepAnswers = 30 });

        Assert.Equal(1, Bodies());
    }

    [Fact]
    public async Task Too_much_goes_oldest_first_and_the_newest_stays()
    {
        var random = new Random(1);
        for (var day = 5; day >= 1; day--)
        {
            var bytes = new byte[400_000];
            random.NextBytes(bytes);
            await KeepAsync(Now.AddDays(-day), bytes);
        }

        Sweep(new GatherOptions { KeepAnswersMegabytes = 1 });

        Assert.Equal(2, Places.Gatherings().Count);
        Assert.StartsWith("20261112", Path.GetFileName(Places.Gatherings()[^1]));
    }

    [Fact]
    public async Task Folder_that_a_killed_program_left_is_removed()
    {
        await KeepAsync(Now.AddDays(-1), "new");
        Directory.CreateDirectory(Path.Combine(_folder.Path, "20261101T000000.0000000Z"));

        Sweep(new GatherOptions());

        Assert.Single(Directory.GetDirectories(_folder.Path, "2*"));
    }

    private void Sweep(GatherOptions options) => new AnswerSweep(Places, options, Now).Run();

    private int Bodies() =>
        Directory.GetFiles(Path.Combine(_folder.Path, "bodies"), "*", SearchOption.AllDirectories).Length;

    private Task KeepAsync(DateTimeOffset moment, params string[] bodies) =>
        KeepAsync(moment, [.. bodies.Select(System.Text.Encoding.UTF8.GetBytes)]);

    private async Task KeepAsync(DateTimeOffset moment, params byte[][] bodies)
    {
        var lines = new List<AnswerLine>();
        foreach (var body in bodies)
        {
            var hash = await Places.Bodies.KeepAsync(body, TestContext.Current.CancellationToken);
            lines.Add(new AnswerLine { Source = "a", Name = hash, Sha256 = hash });
        }

        await WriteAsync(moment, [.. lines]);
    }

    private async Task WriteAsync(DateTimeOffset moment, params AnswerLine[] lines)
    {
        var index = AnswerPlaces.IndexOf(Places.NewGathering(moment));
        await File.WriteAllLinesAsync(
            index, lines.Select(line => line.Write()), TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(index, moment.UtcDateTime);
    }
}
