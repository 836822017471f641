using Digest.Mail.Dkim;
using Digest.Model;
using Microsoft.Extensions.Options;

namespace Digest.Deliver;

/// <summary>
/// Signs letters with DKIM where <c>Mail:Dkim</c> is set, and hands them back as they are where it is not.
/// </summary>
public sealed class LetterSigner(IOptions<MailOptions> options)
{
    private readonly Lazy<DkimSigner?> _signer = new(() => Load(options.Value.Dkim));

    public byte[] Sign(byte[] message, DateTimeOffset now) => _signer.Value?.Sign(message, now) ?? message;

    /// <exception cref="DigestException">The key cannot be used, or a name is none.</exception>
    internal static DkimSigner? Load(DkimOptions dkim)
    {
        if (dkim is not { Domain: { } domain, Selector: { } selector, KeyFile: { } file })
            return null;

        try
        {
            return new DkimSigner(DkimKey.Parse(domain, selector, File.ReadAllText(file)));
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new DigestException($"Mail:Dkim:KeyFile {file} cannot be used: {trouble.Message}", trouble);
        }
    }
}
