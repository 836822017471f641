using System.Security.Cryptography;
using Digest.Deliver;
using Digest.IntegrationTests.Render;
using Digest.Mail.Dkim;
using Digest.Mail.Mime;
using Digest.Model;
using Digest.Testing;

namespace Digest.IntegrationTests.Interop;

/// <summary>
/// Letters of the sample issue, signed with a key whose public half a test publishes where it needs it.
/// </summary>
internal static class SignedLetters
{
    public const string Domain = "news.example";
    public const string Selector = "s1";

    private static readonly RSA Key = RSA.Create(2048);
    private static readonly DkimSigner Signer = new(DkimKey.Parse(Domain, Selector, Key.ExportPkcs8PrivateKeyPem()));
    private static readonly DateTimeOffset Date = new(2026, 11, 13, 10, 0, 0, TimeSpan.Zero);

    /// <summary>The TXT record of the key.</summary>
    public static string KeyRecord { get; } =
        $"v=DKIM1; k=rsa; p={Convert.ToBase64String(Key.ExportSubjectPublicKeyInfo())}";

    public static EmailAddress Sender { get; } = EmailAddress.Parse("weekly@news.example");

    /// <summary>A letter of the sample issue: Chinese, English and Japanese, both bodies.</summary>
    public static OutgoingMail OfSampleIssue(string recipient, string? name = null) =>
        Of(SampleIssue.Frozen, recipient, name, $"{Guid.NewGuid():N}@news.example");

    public static OutgoingMail Of(FrozenIssue issue, string recipient, string? name, string messageId)
    {
        var mailbox = new Mailbox(name, EmailAddress.Parse(recipient));
        var newsletter = SampleIssue.Newsletter with { From = new Mailbox("社区动态", Sender) };
        var letter = Some.Letter(newsletter, issue, $"id-of-{recipient}", mailbox, messageId, Date);
        return new OutgoingMail(messageId, Sender, mailbox.Address, Signer.Sign(letter, Date));
    }
}
