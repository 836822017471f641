using System.Text;

namespace Digest.Gather.Mailbox;

/// <summary>
/// The list of the mails that a read met, as it is kept with the raw answers: a line for each, in their order.
/// </summary>
internal static class MailList
{
    private const char New = '+';
    private const char Private = '-';
    private const char Passed = ' ';

    public static byte[] Write(IEnumerable<MetMail> mails) => Encoding.ASCII.GetBytes(
        string.Concat(mails.Select(mail => $"{MarkOf(mail.Is)}{mail.Hash}\n")));

    public static IReadOnlyList<MetMail> Read(byte[] list) =>
    [
        .. Encoding.ASCII.GetString(list)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => new MetMail(line[1..], StandingOf(line[0]))),
    ];

    private static char MarkOf(MailStanding standing) => standing switch
    {
        MailStanding.New => New,
        MailStanding.Private => Private,
        _ => Passed,
    };

    private static MailStanding StandingOf(char mark) => mark switch
    {
        New => MailStanding.New,
        Private => MailStanding.Private,
        _ => MailStanding.Passed,
    };
}
