using Digest.Deliver;
using Digest.Model;
using Digest.Testing;
using Microsoft.Extensions.Options;
using Xunit;

namespace Digest.IntegrationTests.Deliver;

public sealed class FileTransportTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("digest-outbox-");
    private readonly FileTransport _transport;

    public FileTransportTests() =>
        _transport = new FileTransport(Options.Create(new PathsOptions { Data = _data.FullName }));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public async Task A_letter_becomes_a_file_with_the_same_octets()
    {
        var mail = Some.OutgoingMail() with { Batch = "weekly-1" };
        var accepted = Assert.IsType<DeliveryOutcome.Accepted>(await _transport.SendAsync(mail, Token));

        var path = Path.Combine(_data.FullName, "outbox", "weekly-1", "1.eml");
        Assert.Equal(path, accepted.Reply);
        Assert.Equal(mail.Message.ToArray(), await File.ReadAllBytesAsync(path, Token));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_halts_with_a_remedy()
    {
        await File.WriteAllTextAsync(Path.Combine(_data.FullName, "outbox"), "not a folder", Token);
        var halted = Assert.IsType<DeliveryOutcome.Halted>(await _transport.SendAsync(Some.OutgoingMail(), Token));

        Assert.Contains("allow writing", halted.Reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Halves_that_a_killed_run_left_are_taken_away()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_data.FullName, "outbox", "weekly-1")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "7.eml.0123.tmp"), "half", Token);
        await _transport.SendAsync(Some.OutgoingMail() with { Batch = "weekly-1" }, Token);

        Assert.Equal(Path.Combine(folder, "1.eml"), Assert.Single(Directory.GetFiles(folder)));
    }

    [Theory]
    [InlineData("../evil", "1")]
    [InlineData("weekly-1", "../evil")]
    [InlineData("..", "1")]
    [InlineData("weekly-1", "a\\b")]
    public async Task A_name_that_leads_out_of_the_folder_is_a_bug(string batch, string id) =>
        await Assert.ThrowsAsync<ArgumentException>(
            () => _transport.SendAsync(Some.OutgoingMail() with { Batch = batch, Id = id }, Token));
}
