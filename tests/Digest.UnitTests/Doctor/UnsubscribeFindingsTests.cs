using System.Net;
using Digest.Deliver;
using Digest.Doctor;
using Digest.Mail.Mime;
using Digest.Model;
using Digest.Testing;
using Microsoft.Extensions.Options;
using Xunit;

namespace Digest.UnitTests.Doctor;

public sealed class UnsubscribeFindingsTests
{
    private readonly TestClock _clock = new();
    private readonly UnsubscribeTokens _tokens = new("0123456789abcdef0123456789abcdef"u8.ToArray());

    [Fact]
    public async Task Page_that_takes_one_click_passes_and_nobody_is_named()
    {
        var server = new Server(_tokens);

        var findings = await LookAsync(server);

        Assert.Equal([("unsubscribe", Verdict.Pass), ("clock", Verdict.Skip)], Short(findings));
        Assert.Equal(["doctor", "doctor", "doctor"], server.Subscribers);
        Assert.Equal(
            ["", "application/x-www-form-urlencoded", "multipart/form-data", "application/x-www-form-urlencoded"],
            server.Bodies);
    }

    [Theory]
    [InlineData(HttpStatusCode.Found, "answered with 302")]
    [InlineData(HttpStatusCode.MethodNotAllowed, "answered with 405")]
    [InlineData(HttpStatusCode.OK, "cookie")]
    public async Task Page_that_mail_providers_cannot_use_fails(HttpStatusCode status, string words)
    {
        var server = new Server(_tokens) { Status = status, Cookie = words == "cookie" };

        Assert.Contains(await LookAsync(server), finding => finding.Verdict == Verdict.Fail
            && finding.Message.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_that_takes_a_forged_link_fails()
    {
        var server = new Server(_tokens) { ForgedStatus = HttpStatusCode.OK };

        Assert.Contains(await LookAsync(server), finding => finding.Verdict == Verdict.Fail
            && finding.Message.Contains("forged", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_that_nobody_serves_fails() => Assert.Equal(
        [("unsubscribe", Verdict.Fail), ("clock", Verdict.Skip)],
        Short(await LookAsync(new Server(_tokens) { IsUp = false })));

    [Theory]
    [InlineData("https://newsletter.example.org/")]
    [InlineData("http://news.harbour.test/")]
    public async Task Address_that_cannot_be_called_is_passed_over(string url)
    {
        var server = new Server(_tokens);

        Assert.All(await LookAsync(server, url), finding => Assert.Equal(Verdict.Skip, finding.Verdict));
        Assert.Empty(server.Bodies);
    }

    [Theory]
    [InlineData(90, Verdict.Pass)]
    [InlineData(-300, Verdict.Warn)]
    [InlineData(3600, Verdict.Fail)]
    public async Task Clock_is_compared_with_the_servers(int seconds, Verdict verdict)
    {
        var server = new Server(_tokens) { Date = _clock.GetUtcNow().AddSeconds(seconds) };

        Assert.Contains(("clock", verdict), Short(await LookAsync(server)));
    }

    private async Task<IReadOnlyList<Finding>> LookAsync(Server server, string url = "https://news.harbour.test/")
    {
        var from = EmailAddress.Parse("news@harbour.test");
        var check = new UnsubscribeFindings(
            new UnsubscribeProbe(server),
            () => _tokens,
            new SiteAddress(new Uri(url)),
            Options.Create(new WebOptions { PublicUrl = new Uri(url) }),
            [new MailSender("harbour", from, from, from)],
            _clock);
        return await check.RunAsync(TestContext.Current.CancellationToken);
    }

    private static IEnumerable<(string, Verdict)> Short(IEnumerable<Finding> findings) =>
        findings.Select(finding => (finding.Id, finding.Verdict));

    /// <summary>Answers as told, and keeps what it was asked.</summary>
    private sealed class Server(UnsubscribeTokens tokens) : HttpMessageHandler, IHttpClientFactory
    {
        public HttpStatusCode Status { get; init; } = HttpStatusCode.OK;

        public HttpStatusCode ForgedStatus { get; init; } = HttpStatusCode.NotFound;

        public bool Cookie { get; init; }

        public bool IsUp { get; init; } = true;

        public DateTimeOffset? Date { get; init; }

        public List<string> Bodies { get; } = [];

        public List<string> Subscribers { get; } = [];

        public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (!IsUp)
                throw new HttpRequestException("refused");

            Bodies.Add(request.Content?.Headers.ContentType?.MediaType ?? "");
            var isOurs = tokens.TryRead(request.RequestUri!.Segments[^1], out _, out var subscriber);
            if (isOurs)
                Subscribers.Add(subscriber!);

            var response = new HttpResponseMessage(isOurs ? Status : ForgedStatus);
            response.Headers.Date = Date;
            if (Cookie)
                response.Headers.Add("Set-Cookie", "a=b");
            return Task.FromResult(response);
        }
    }
}
