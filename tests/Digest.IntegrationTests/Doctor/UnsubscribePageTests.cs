using Digest.Doctor;
using Digest.IntegrationTests.Web;
using Digest.Mail.Mime;
using Digest.Model;
using Digest.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Digest.IntegrationTests.Doctor;

/// <summary>The check against the page that the worker really serves.</summary>
public sealed class UnsubscribePageTests : IAsyncDisposable
{
    private readonly ServedSite _site = new();
    private readonly ServiceProvider _services = new ServiceCollection().AddDoctor().BuildServiceProvider();

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _services.DisposeAsync();
    }

    [Fact]
    public async Task Own_page_passes_and_nobody_leaves()
    {
        await _site.StartAsync();
        var from = EmailAddress.Parse("weekly@news.test");
        var check = new UnsubscribeFindings(
            _services.GetRequiredService<UnsubscribeProbe>(),
            () => _site.Tokens,
            new SiteAddress(_site.Address),
            Options.Create(new WebOptions { PublicUrl = _site.Address }),
            [new MailSender(Some.Newsletter().Slug, from, from, from)],
            TimeProvider.System);

        var findings = await check.RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal(Verdict.Pass, Assert.Single(findings, finding => finding.Id == "unsubscribe").Verdict);
        Assert.Equal(["doctor"], _site.Subscribers.States.Keys);
    }
}
