using System.Text;

namespace Digest.Mail.Smtp.Sasl;

/// <summary>
/// What was said in a sign-in that nobody else may read. Some servers repeat it in a refusal, whose words go into
/// records and before people's eyes.
/// </summary>
internal sealed class SaidSecrets(string secret)
{
    private readonly List<string> _said = [secret, Convert.ToBase64String(Encoding.UTF8.GetBytes(secret))];

    /// <summary>The same wire, listened to.</summary>
    public SaslWire Listen(SaslWire say) => (line, cancellationToken) =>
    {
        var words = line.Split(' ');
        if (words is ["AUTH", _, var first])
            _said.Add(first);
        else if (words is [not ("" or "*" or "AUTH")])
            _said.Add(line);
        return say(line, cancellationToken);
    };

    /// <summary>The reply without its lines that hold something of it.</summary>
    public SmtpReply Redact(SmtpReply reply) => reply with
    {
        Lines = [.. reply.Lines.Select(line => Tells(line) ? "[redacted]" : line)],
    };

    private bool Tells(string line) => _said.Any(word => line.Contains(word, StringComparison.OrdinalIgnoreCase));
}
