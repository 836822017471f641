using Digest.Mail.Mime;
using Digest.Mail.Smtp;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Mail.Examples;

/// <summary>The example of docs/mail.md, word for word, about sending.</summary>
public sealed class SendingExamples
{
    [Fact]
    public async Task A_mail_is_sent()
    {
        await using var server = new FakeSmtpServer();
        var (octets, port) = (MimeWriter.Write(Some.MailMessage()), server.Port);
        var (clock, cancellationToken) = (TimeProvider.System, TestContext.Current.CancellationToken);
        var endpoint = new SmtpEndpoint { Host = "127.0.0.1", Port = port, Security = SmtpSecurity.None };
        await using var pool = new SmtpPool(endpoint, new SmtpPoolLimits { Connections = 8 }, clock);
        var envelope = new SmtpEnvelope(
            EmailAddress.Parse("weekly@news.example"), EmailAddress.Parse("reader@example.com"));
        var isSent = await pool.SendAsync(envelope, octets, cancellationToken) switch
        {
            SmtpSendOutcome.Answered { IsAccepted: true } => true,
            SmtpSendOutcome.Answered { Reply: var reply } => throw new InvalidOperationException($"Refused: {reply}"),
            var trouble => throw new InvalidOperationException($"Not sent: {trouble}"),
        };

        Assert.True(isSent);
        Assert.Single(server.Messages);
    }
}
