using Digest.IntegrationTests.Publish;
using Digest.Model;
using Digest.Publish;
using Digest.Render;
using Digest.Templating;
using Digest.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Digest.IntegrationTests.Templating;

public sealed class TemplatesTests : IDisposable
{
    private readonly SiteFolder _site = new();

    [Fact]
    public async Task Template_of_a_newsletter_takes_the_place_of_the_default_one()
    {
        var own = Directory.CreateDirectory(Path.Combine(_site.Newsletter.Folder, "templates")).FullName;
        await File.WriteAllTextAsync($"{own}/index.html.hbs", "mine", TestContext.Current.CancellationToken);

        var set = Some.Templates().For(_site.Newsletter);

        Assert.Equal("mine", set.Render("index.html", new { }));
        Assert.NotEmpty(set.Style("theme.css"));
    }

    [Fact]
    public void Missing_folder_is_named_with_the_setting_to_mend()
    {
        var templates = new Templates(Options.Create(new PathsOptions { Templates = "/no/such/folder" }));

        var missing = Assert.Throws<DigestException>(() => templates.For(_site.Newsletter));

        Assert.Contains("/no/such/folder/default", missing.Message, StringComparison.Ordinal);
        Assert.Contains("Paths:Templates", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_service_of_rendering_and_publishing_can_be_made()
    {
        var services = new ServiceCollection().AddLogging().AddOptions().AddRender().AddPublish();
        services.AddSingleton<IPublishedIssueStore>(_site.Store);
        using var provider = services.BuildServiceProvider();

        Assert.NotNull(provider.GetRequiredService<IssueRenderer>());
        Assert.NotNull(provider.GetRequiredService<Publisher>());
        Assert.Equal(
            "https://newsletter.example.org/weekly/", provider.GetRequiredService<SiteAddress>().Home("weekly"));
    }

    public void Dispose() => _site.Dispose();
}
