using Digest.IntegrationTests.Render;
using Digest.Model;
using Digest.Publish;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Publish;

/// <summary>The sample's site in a temporary folder, with the letter beside it as <c>mail.html</c>.</summary>
internal sealed class SiteFolder : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("digest-site-").FullName;

    public SiteFolder() => Newsletter = SampleIssue.Newsletter with { Folder = _folder };

    public Newsletter Newsletter { get; }

    public PublishedIssues Store { get; } = new(SampleIssue.Frozen);

    public string Public => Path.Combine(_folder, "public");

    public string PathOf(string name) => Path.Combine(Public, name);

    public async Task<PublishReport> PublishAsync()
    {
        var builder = new SiteBuilder(Store, Some.SiteAddress(), Some.Templates());
        return await new Publisher(builder).PublishAsync(Newsletter, TestContext.Current.CancellationToken);
    }

    public async Task WriteAsync()
    {
        await PublishAsync();
        await File.WriteAllTextAsync(
            PathOf("mail.html"), SampleIssue.Frozen.Html, TestContext.Current.CancellationToken);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
