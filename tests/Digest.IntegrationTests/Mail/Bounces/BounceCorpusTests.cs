using System.Security.Cryptography;
using System.Text;
using Digest.Mail.Bounces;
using Digest.Mail.Mime.Reading;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Mail.Bounces;

public sealed class BounceCorpusTests
{
    private const string Part = "bounces";
    private const int Mails = 58;

    private static readonly string Expectations = Path.Combine(
        Corpus.Root, "tests", "Digest.IntegrationTests", "Mail", "Bounces", "expected.tsv");

    [Fact]
    public void Every_mail_is_read_as_a_person_reads_it()
    {
        Assert.SkipWhen(Corpus.SkipReason(Part) is not null, Corpus.SkipReason(Part) ?? "");

        var expected = File.ReadLines(Expectations).Where(line => !line.StartsWith('#')).ToList();
        var read = Files().SelectMany(file => Read(file).Select(
            reading => $"{Path.GetFileNameWithoutExtension(file)}\t{reading}")).ToList();

        Assert.Equal(Mails, Files().Count);
        Assert.Equal(expected, read);
    }

    [Fact]
    public void A_mail_that_was_cut_off_or_damaged_is_still_read()
    {
        Assert.SkipWhen(Corpus.SkipReason(Part) is not null, Corpus.SkipReason(Part) ?? "");

        var random = new Random(20260101);
        foreach (var file in Files())
        {
            var octets = File.ReadAllBytes(file);
            for (var i = 0; i < 20; i++)
            {
                var damaged = octets[..random.Next(octets.Length)];
                for (var change = 0; change < 10 && damaged.Length > 0; change++)
                    damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
                AssertReadable(damaged);
            }
        }
    }

    /// <summary>
    /// Nothing throws, and what is made of the octets stays within what they are: each level holds them once at most.
    /// </summary>
    private static void AssertReadable(byte[] octets)
    {
        var mail = MimeReader.Read(octets);

        Assert.NotNull(BounceReader.Read(mail));
        var parts = mail.Descendants().ToList();
        Assert.All(parts, part => Assert.True(part.DecodeText().Length <= part.RawBody.Length + 1));
        Assert.True(parts.Where(part => part.Parts.Count == 0 && part.Message is null)
            .Sum(part => (long)part.RawBody.Length) <= octets.Length);
        Assert.All(parts.SelectMany(part => part.Headers), line => Assert.DoesNotContain('\n', line.Text));
    }

    private static List<string> Files() =>
        [.. Directory.GetFiles(Corpus.PathOf(Part), "*.eml").Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Read(string file) =>
        BounceReader.Read(MimeReader.Read(File.ReadAllBytes(file))) switch
        {
            BounceReading.DeliveryReport report => report.Recipients.Select(one =>
                $"{Word(one.Action)}\t{Word(one.Class)}\t{one.Code?.ToString() ?? "-"}\t{Digits(one.Address)}"),
            BounceReading.Complaint { Recipients: var readers } complaint =>
                [$"complaint\t{complaint.FeedbackType}\t-\t{Digits(readers is [var one, ..] ? one : null)}"],
            BounceReading.AutoReply => ["autoreply\t-\t-\t-"],
            _ => ["notabounce\t-\t-\t-"],
        };

    private static string Word(Enum value) => value.ToString().ToLowerInvariant();

    private static string Digits(string? address) => address is null
        ? "-"
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.ToLowerInvariant())))[..12];
}
