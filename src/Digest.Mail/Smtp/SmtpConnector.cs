using System.Security.Authentication;
using Digest.Mail.Smtp.Sasl;

namespace Digest.Mail.Smtp;

/// <summary>
/// Opens sessions: connect, greeting, EHLO (HELO for old servers), TLS, EHLO again, sign-in. A session comes out only
/// when all of it went as the endpoint asks; on any other way out the connection is closed and no secret was said.
/// </summary>
public static class SmtpConnector
{
    public static async Task<SmtpConnectOutcome> ConnectAsync(
        SmtpEndpoint endpoint, CancellationToken cancellationToken)
    {
        var dialogue = endpoint.Transcript?.Begin(endpoint);
        var outcome = await OpenAsync(endpoint, dialogue, cancellationToken);
        dialogue?.Note(outcome switch
        {
            SmtpConnectOutcome.Unreachable unreachable => $"gives up: {unreachable.Reason}",
            SmtpConnectOutcome.Insecure insecure => $"gives up: {insecure.Reason}",
            SmtpConnectOutcome.Refused => "gives up: refused",
            _ => "is ready for mail",
        });
        return outcome;
    }

    private static async Task<SmtpConnectOutcome> OpenAsync(
        SmtpEndpoint endpoint, SmtpDialogue? dialogue, CancellationToken cancellationToken)
    {
        SmtpChannel? channel = null;
        var isHandedOver = false;
        try
        {
            channel = await SmtpChannel.OpenAsync(endpoint, dialogue, cancellationToken);
            var outcome = await GreetAsync(channel, endpoint, cancellationToken);
            isHandedOver = outcome is SmtpConnectOutcome.Ready;
            return outcome;
        }
        catch (SmtpConnectionException trouble)
        {
            return new SmtpConnectOutcome.Unreachable(trouble.Message);
        }
        catch (AuthenticationException trouble)
        {
            return new SmtpConnectOutcome.Insecure($"TLS with the server failed: {trouble.Message}");
        }
        finally
        {
            if (channel is not null && !isHandedOver)
                await channel.DisposeAsync();
        }
    }

    private static async Task<SmtpConnectOutcome> GreetAsync(
        SmtpChannel channel, SmtpEndpoint endpoint, CancellationToken cancellationToken)
    {
        var mayBePlain = endpoint.Security is SmtpSecurity.None or SmtpSecurity.Opportunistic;
        if (mayBePlain && !channel.Socket.IsLoopback)
            return new SmtpConnectOutcome.Insecure("mail without TLS goes only to a server on this host");
        if (endpoint.Security == SmtpSecurity.Implicit)
            await channel.ProtectAsync(endpoint, cancellationToken);

        var banner = await channel.ReadReplyAsync(endpoint.Timeouts.Banner, cancellationToken);
        if (!banner.IsPositive)
            return new SmtpConnectOutcome.Refused(SmtpStep.Banner, banner);

        var (reply, features) = await HelloAsync(channel, endpoint, cancellationToken);
        if (!reply.IsPositive)
            return new SmtpConnectOutcome.Refused(SmtpStep.Hello, reply);

        return await SecureAsync(channel, endpoint, features, cancellationToken);
    }

    /// <summary>EHLO; only a server that does not know the command is asked with HELO (RFC 5321 §3.2).</summary>
    private static async Task<(SmtpReply Reply, SmtpFeatures Features)> HelloAsync(
        SmtpChannel channel, SmtpEndpoint endpoint, CancellationToken cancellationToken)
    {
        var wait = endpoint.Timeouts.Command;
        var reply = await channel.CommandAsync($"EHLO {endpoint.ClientName}", wait, cancellationToken);
        if (reply.IsPositive)
            return (reply, SmtpFeatures.From(reply));
        if (!reply.IsPermanent)
            return (reply, SmtpFeatures.None);

        reply = await channel.CommandAsync($"HELO {endpoint.ClientName}", wait, cancellationToken);
        return (reply, SmtpFeatures.None);
    }

    private static async Task<SmtpConnectOutcome> SecureAsync(
        SmtpChannel channel, SmtpEndpoint endpoint, SmtpFeatures features, CancellationToken cancellationToken)
    {
        var wantsTls = endpoint.Security == SmtpSecurity.Required
            || (endpoint.Security == SmtpSecurity.Opportunistic && features.StartTls);
        if (!wantsTls)
            return await SignInAsync(channel, endpoint, features, cancellationToken);
        if (!features.StartTls)
            return new SmtpConnectOutcome.Insecure("the server offers no STARTTLS, and TLS is required");

        var reply = await channel.CommandAsync("STARTTLS", endpoint.Timeouts.Command, cancellationToken);
        if (!reply.IsPositive)
            return new SmtpConnectOutcome.Refused(SmtpStep.StartTls, reply);

        // Whatever lies behind the 220 in the clear would be read as if it came through TLS (RFC 3207 §4.2,
        // CVE-2026-41319): somebody put it there.
        if (channel.HasUnread)
            return new SmtpConnectOutcome.Insecure("the server's answer to STARTTLS was tampered with");

        await channel.ProtectAsync(endpoint, cancellationToken);
        var (hello, fresh) = await HelloAsync(channel, endpoint, cancellationToken);
        if (!hello.IsPositive)
            return new SmtpConnectOutcome.Refused(SmtpStep.Hello, hello);

        var outcome = await SignInAsync(channel, endpoint, fresh, cancellationToken);
        if (outcome is SmtpConnectOutcome.Ready ready)
            ready.Session.FeaturesBeforeTls = features;
        return outcome;
    }

    private static async Task<SmtpConnectOutcome> SignInAsync(
        SmtpChannel channel, SmtpEndpoint endpoint, SmtpFeatures features, CancellationToken cancellationToken)
    {
        if (endpoint.Credentials is { } credentials)
        {
            var ground = new SaslGround
            {
                Host = endpoint.Host,
                Port = endpoint.Port,
                Offered = features.Auth,
                IsPrivate = channel.Socket.IsProtected || channel.Socket.IsLoopback,
                ServerEndPoint = channel.Socket.ServerEndPoint,
            };
            SaslWire say = (line, token) => channel.CommandAsync(line, endpoint.Timeouts.Command, token);
            if (await SmtpSignIn.RunAsync(credentials, ground, say, cancellationToken) is { } obstacle)
                return obstacle;
        }

        return new SmtpConnectOutcome.Ready(new SmtpSession(channel, features, endpoint));
    }
}
