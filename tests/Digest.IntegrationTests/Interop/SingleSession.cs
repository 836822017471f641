using Digest.Deliver;
using Digest.Mail.Smtp;
using Xunit;

namespace Digest.IntegrationTests.Interop;

/// <summary>One connection for one letter, where a test must know how it was made.</summary>
internal static class SingleSession
{
    /// <summary>Hands the letter over, which the server must take.</summary>
    public static Task SendAsync(OutgoingMail letter, SmtpEndpoint endpoint, CancellationToken cancellationToken) =>
        SendAsync(new(letter.Sender, letter.Recipient), letter.Message, endpoint, cancellationToken);

    public static async Task SendAsync(
        SmtpEnvelope envelope,
        ReadOnlyMemory<byte> message,
        SmtpEndpoint endpoint,
        CancellationToken cancellationToken)
    {
        var connected = await SmtpConnector.ConnectAsync(endpoint, cancellationToken);
        await using var session = Assert.IsType<SmtpConnectOutcome.Ready>(connected).Session;
        var outcome = await session.SendAsync(envelope, message, cancellationToken);
        Assert.True(outcome is SmtpSendOutcome.Answered { IsAccepted: true }, $"{outcome}");
    }
}
