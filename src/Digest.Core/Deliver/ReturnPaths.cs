using Digest.Mail.Bounces;
using Digest.Mail.Mime;
using Digest.Model;

namespace Digest.Deliver;

/// <summary>
/// The envelope senders of letters: one for each, by which a report tells its letter (standards.md L5).
/// </summary>
/// <param name="returnPath">Null if letters leave with the newsletter's own address.</param>
public sealed class ReturnPaths(ReturnPath? returnPath)
{
    /// <param name="letter">The id of its row.</param>
    public EmailAddress For(long letter, Newsletter newsletter) =>
        returnPath?.Mint(letter) ?? newsletter.From.Address;

    /// <summary>The letter's id, if we minted the address.</summary>
    public ReturnPathReading Read(string address) => returnPath?.Read(address) ?? new ReturnPathReading.Other();

    public static ReturnPaths From(BouncesOptions options, PathsOptions paths) =>
        new(string.IsNullOrEmpty(options.Address)
            ? null
            : new ReturnPath(EmailAddress.Parse(options.Address), UnsubscribeKeys.Load(paths)));
}
