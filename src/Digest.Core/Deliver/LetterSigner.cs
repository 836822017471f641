using System.Buffers;
using Digest.Mail.Dkim;
using Digest.Mail.Mime;
using Digest.Model;
using Microsoft.Extensions.Options;

namespace Digest.Deliver;

/// <summary>
/// Signs letters with DKIM where <c>Mail:Dkim</c> is set, and hands them back as they are where it is not.
/// </summary>
public sealed class LetterSigner(IOptions<MailOptions> options)
{
    private const int SignatureLength = 2048;
    private readonly Lazy<DkimSigner?> _signer = new(() => Load(options.Value.Dkim));

    /// <summary>Takes the message over and gives back the one to send.</summary>
    public PooledBuffer Sign(PooledBuffer message, DateTimeOffset now)
    {
        if (_signer.Value is not { } signer)
            return message;

        using (message)
        {
            var signed = new PooledBuffer(message.WrittenCount + SignatureLength);
            signer.WriteSignature(message.WrittenSpan, now, signed);
            signed.Write(message.WrittenSpan);
            return signed;
        }
    }

    /// <exception cref="DigestException">The key cannot be used, or a name is none.</exception>
    internal static DkimSigner? Load(DkimOptions dkim)
    {
        if (dkim is not { Domain: { } domain, Selector: { } selector, KeyFile: { } file })
            return null;

        try
        {
            return new DkimSigner(DkimKeyFile.Read(file, domain, selector));
        }
        catch (DigestException trouble)
        {
            throw new DigestException($"Mail:Dkim:KeyFile: {trouble.Message}", trouble);
        }
    }
}
