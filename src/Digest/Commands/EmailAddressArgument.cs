using System.CommandLine;
using Digest.Mail.Mime;
using Digest.Model;

namespace Digest.Commands;

/// <summary>Addresses on the command line: refused with the reason before anything is opened.</summary>
public static class EmailAddressArgument
{
    public static Argument<string> Create() => new("address") { Description = "The reader's mail address" };

    /// <exception cref="DigestException">The text is no address.</exception>
    public static EmailAddress Read(string text) => EmailAddress.TryParse(text, out var address, out var reason)
        ? address
        : throw new DigestException($"'{text}' {reason}; write name@domain") { ExitCode = ExitCodes.Usage };
}
