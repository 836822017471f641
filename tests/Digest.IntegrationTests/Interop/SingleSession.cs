using Digest.Deliver;
using Digest.Mail.Smtp;
using Xunit;

namespace Digest.IntegrationTests.Interop;

/// <summary>One connection for one letter, where a test must know how it was made.</summary>
internal static class SingleSession
{
    /// <summary>Hands the letter over, which the server must take.</summary>
    public static async Task SendAsync(OutgoingMail letter, SmtpEndpoint endpoint, CancellationToken cancellationToken)
    {
        var connected = await SmtpConnector.ConnectAsync(endpoint, cancellationToken);
        await using var session = Assert.IsType<SmtpConnectOutcome.Ready>(connected).Session;
        var outcome = await session.SendAsync(letter.Sender, letter.Recipient, letter.Message, cancellationToken);
        Assert.True(outcome is SmtpSendOutcome.Answered { IsAccepted: true }, $"{outcome}");
    }
}
