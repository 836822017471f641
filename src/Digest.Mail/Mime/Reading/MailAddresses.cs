namespace Digest.Mail.Mime.Reading;

/// <summary>
/// Reads lists of mailboxes (RFC 5322 §3.4 and §4.4): groups are opened, comments left out (one after a bare address is
/// its name), routes dropped, quoted local parts and missing commas understood. What has no at sign is taken where it
/// stands in angle brackets or alone: <c>&lt;MAILER-DAEMON&gt;</c>; the null path <c>&lt;&gt;</c> is no mailbox.
/// </summary>
public static class MailAddresses
{
    /// <summary>
    /// The mailboxes in order. The value should be unfolded and not decoded: see <see cref="HeaderList.Mailboxes"/>.
    /// </summary>
    public static IReadOnlyList<ReadMailbox> Read(string? decodedOrRawValue)
    {
        var reader = new AddressReader(decodedOrRawValue ?? "");
        return reader.ReadAll();
    }
}
