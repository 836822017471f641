using System.Text;

namespace Digest.Mail.Smtp;

/// <summary>AUTH PLAIN (RFC 4616) and AUTH LOGIN, which some relays offer alone (RFC 4954).</summary>
internal static class SmtpSignIn
{
    public delegate Task<SmtpReply> Mechanism(
        SmtpChannel channel, SmtpCredentials credentials, TimeSpan timeout, CancellationToken cancellationToken);

    /// <summary>The mechanism to use; null if the server offers none that is known here.</summary>
    public static Mechanism? Choose(SmtpFeatures features)
    {
        if (features.Auth.Contains("PLAIN"))
            return PlainAsync;
        return features.Auth.Contains("LOGIN") ? LoginAsync : null;
    }

    private static async Task<SmtpReply> PlainAsync(
        SmtpChannel channel, SmtpCredentials credentials, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var secret = Base64($"\0{credentials.Username}\0{credentials.Password}");
        var reply = await channel.CommandAsync($"AUTH PLAIN {secret}", timeout, cancellationToken);

        // The answer was complete; a server that still asks for more is told that the exchange is off (RFC 4954 §4).
        return reply.IsIntermediate ? await channel.CommandAsync("*", timeout, cancellationToken) : reply;
    }

    private static async Task<SmtpReply> LoginAsync(
        SmtpChannel channel, SmtpCredentials credentials, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var reply = await channel.CommandAsync("AUTH LOGIN", timeout, cancellationToken);
        if (!reply.IsIntermediate)
            return reply;

        reply = await channel.CommandAsync(Base64(credentials.Username), timeout, cancellationToken);
        return reply.IsIntermediate
            ? await channel.CommandAsync(Base64(credentials.Password), timeout, cancellationToken)
            : reply;
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
