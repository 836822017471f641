using System.Net;
using Digest.Mail.Dkim;
using Digest.Mail.Dns;
using Digest.Mail.Mime;
using Digest.Mail.Plans;
using Digest.Mail.Spf;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Mail.Examples;

/// <summary>The examples of docs/mail.md, word for word, about letters to many and the domain they come from.</summary>
public sealed class LetterExamples
{
    private readonly TestClock _clock = new();

    [Fact]
    public void A_letter_to_many_is_compiled_once()
    {
        var (clock, mail) = (_clock, Some.MailMessage());
        var link = new Slot("https://slot.invalid/unsubscribe");
        var plan = MessagePlan.Compile(mail with { Text = $"你好\n{link.Marker}\n" }, [link]);

        using var letter = new PooledBuffer(plan.UsualLength);
        plan.Write(
            new PlanValues
            {
                To = new Mailbox("林海", EmailAddress.Parse("lin@example.com")),
                MessageId = "6.4711@news.example",
                Date = clock.GetUtcNow(),
                Slots = ["https://news.example/u/4711"],
            },
            letter);

        Assert.InRange(letter.WrittenCount, 500, plan.UsualLength);
    }

    [Fact]
    public void A_mail_is_signed_and_verified()
    {
        var (clock, octets) = (_clock, MimeWriter.Write(Some.MailMessage()));
        var key = DkimKey.Create("news.example", "s1", 2048);
        byte[] signed = new DkimSigner(key).Sign(octets, clock.GetUtcNow());
        var verdict = DkimVerifier.Verify(signed, name => name == key.RecordName ? key.Record : null)[0];

        Assert.True(verdict.IsValid, verdict.Fault);
    }

    [Fact]
    public async Task A_sender_is_checked_against_its_domain()
    {
        var (clock, cancellationToken) = (_clock, TestContext.Current.CancellationToken);
        var source = ZoneDns.Parse(Zone.JsonOf(["news.example TXT v=spf1 ip4:192.0.2.0/24 -all"]));
        var dns = new DnsResolver(source, new DnsTimes(), clock);
        var text = (await dns.ResolveAsync("news.example", DnsType.Txt, cancellationToken)).Of<DnsRecord.Text>();
        var sender = new SpfIdentity(IPAddress.Parse("192.0.2.1"), "weekly", "news.example", "mx.news.example");
        var result = await SpfCheck.RunAsync(dns, sender, cancellationToken);

        Assert.Single(text);
        Assert.Equal(SpfVerdict.Pass, result.Verdict);
    }
}
