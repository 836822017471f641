using System.Text.Json;
using Digest.Mail.Mime;

namespace Digest.IntegrationTests.Mail;

/// <summary>
/// Two thousand generated mails as this project writes them, and what foreign writers need to write the same.
/// </summary>
public sealed class GeneratedFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("digest-mime-");

    public GeneratedFolder()
    {
        var lines = new List<string>();
        foreach (var (number, mail) in new GeneratedMails(seed: 20261113).Take(Count).Index())
        {
            File.WriteAllBytes(MailPath(number), MimeWriter.Write(mail));
            Facts.Add(MailFacts.Of(mail));
            Orders.Add(Facts[number].WithoutLookalikes());
            lines.Add(LineOf(Orders[number], mail));
        }

        File.WriteAllLines(Path.Combine(Root, "orders.jsonl"), lines);
    }

    public static int Count => 2000;

    public string Root => _folder.FullName;

    /// <summary>What each mail says.</summary>
    internal List<MailFacts> Facts { get; } = [];

    /// <summary>What a foreign writer is told to write.</summary>
    internal List<MailFacts> Orders { get; } = [];

    public string MailPath(int number) => Path.Combine(Root, $"{number}.eml");

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>The octets of the files come beside, in base64.</summary>
    private static string LineOf(MailFacts order, MailMessage mail)
    {
        var contents = mail.Inline.Select(part => part.Content).Concat(mail.Attachments.Select(file => file.Content));
        return JsonSerializer.Serialize(new
        {
            facts = order,
            contents = contents.Select(content => Convert.ToBase64String(content.Span)),
        }, MailFacts.Json);
    }
}
