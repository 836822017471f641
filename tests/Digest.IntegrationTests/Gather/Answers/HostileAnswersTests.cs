using System.IO.Compression;
using System.Security.Cryptography;
using Digest.Gather;
using Digest.Gather.Answers;
using Digest.Gather.Web;
using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Gather.Answers;

/// <summary>A full disk, and kept answers that somebody else made.</summary>
public sealed class HostileAnswersTests : IDisposable
{
    private const string Head =
        """{"gathering":{"format":1,"newsletter":"harbour","moment":"2026-11-13T10:00:00Z"}}""";

    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Full_disk_ends_the_keeping_and_not_the_gathering()
    {
        var line = new GatheringLine(1, "harbour", Some.RunMoment, null, null);
        var kept = KeptAnswers.Begin(new AnswerPlaces(_folder.Path), line, _ => new FullDisk());

        for (var i = 0; i < 2000; i++)
            kept.For(Some.Request(Some.FeedSource($"planet{i}")));

        Assert.Contains("No space left", kept.Fault?.Message);
        await Assert.ThrowsAsync<IOException>(() => kept.CompleteAsync(new HashSet<string>()));
        await kept.DisposeAsync();
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    public void Time_in_which_nothing_was_gathered_is_refused(string since)
    {
        Write($"{{\"source\":\"planet\",\"since\":\"{since}\"}}");

        Assert.Contains(
            "answers.jsonl:2: is damaged", Assert.Throws<DigestException>(() => Open()).Message);
    }

    [Fact]
    public async Task Header_that_is_there_twice_or_empty_is_read_once()
    {
        var hash = await Bodies.KeepAsync("x"u8.ToArray(), Token);
        Write("{\"source\":\"planet\",\"name\":\"https://a.example/\",\"status\":200,\"sha256\":\"" + hash
            + "\",\"headers\":{\"ETag\":\"1\",\"etag\":\"2\",\"Date\":null}}");

        var answer = await Open().For("planet").AskAsync(
            new WebRequest(new Uri("https://a.example/")), _ => throw new InvalidOperationException(), Token);

        Assert.Equal("1", Assert.IsType<WebAnswer.Found>(answer).ETag);
    }

    [Fact]
    public async Task Body_that_unfolds_without_measure_is_damaged()
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(new byte[80 * 1024 * 1024]));
        Directory.CreateDirectory(Path.Combine(_folder.Path, "bodies", hash[..2]));
        await using (var file = File.Create(Path.Combine(_folder.Path, "bodies", hash[..2], $"{hash}.gz")))
        await using (var gzip = new GZipStream(file, CompressionLevel.Fastest))
            await gzip.WriteAsync(new byte[80 * 1024 * 1024], Token);

        Assert.Contains(
            "is damaged", (await Assert.ThrowsAsync<IOException>(() => Bodies.ReadAsync(hash, Token))).Message);
    }

    [Theory]
    [InlineData("../../../etc/passwd")]
    [InlineData("/etc/passwd")]
    public Task Body_outside_the_folder_is_not_read(string hash) =>
        Assert.ThrowsAsync<IOException>(() => Bodies.ReadAsync(hash, Token));

    private AnswerBodies Bodies => new AnswerPlaces(_folder.Path).Bodies;

    private KeptGather Open() => Assert.Single(KeptGather.Open(Path.Combine(_folder.Path, "2026"), "harbour"));

    private void Write(string line)
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "2026"));
        File.WriteAllText(Path.Combine(_folder.Path, "2026", "answers.jsonl"), $"{Head}\n{line}\n");
    }

    private sealed class FullDisk : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw Full();

        public override void Write(ReadOnlySpan<byte> buffer) => throw Full();

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken) =>
            throw Full();

        private static IOException Full() => new("No space left on device");
    }
}
