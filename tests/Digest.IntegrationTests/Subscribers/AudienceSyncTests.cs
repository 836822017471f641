using Digest.Model;
using Digest.Subscribers;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Subscribers;

public sealed class AudienceSyncTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("digest-audience-");
    private readonly InMemorySubscriberStore _store = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_file_beside_the_newsletter_is_imported_at_each_run()
    {
        var path = Path.Combine(_folder.FullName, "subscribers.csv");
        await File.WriteAllTextAsync(path, "email\na@x.example\nwrong\n", Token);
        await RunAsync(path);
        var report = await RunAsync(path);

        Assert.Equal((0, 1), (report!.Added, report.Known));
        Assert.Equal(3, Assert.Single(report.Refused).Line);
        Assert.Equal("sample", Assert.Single(_store.Subscribers).Consent);
    }

    [Fact]
    public async Task A_missing_file_is_named()
    {
        var error = await Assert.ThrowsAsync<DigestException>(() => RunAsync("/nowhere/list.csv"));

        Assert.StartsWith("/nowhere/list.csv: ", error.Message, StringComparison.Ordinal);
    }

    private Task<ImportReport?> RunAsync(string path) =>
        new AudienceSync(new SubscriberImport(_store, new TestClock())).RunAsync(
            Some.Newsletter() with { Audience = new AudienceFile(path, "sample") }, Token);
}
