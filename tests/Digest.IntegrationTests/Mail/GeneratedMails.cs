using System.Text;
using Digest.Mail.Mime;

namespace Digest.IntegrationTests.Mail;

/// <summary>
/// Mails with what trips parsers: long CJK subjects, 4-byte characters, emoji sequences, names with quotes and commas,
/// long URLs, files with Japanese names. The same seed gives the same mails.
/// </summary>
internal sealed class GeneratedMails(int seed)
{
    /// <summary>Text that looks like an encoded-word and is none.</summary>
    public const string Lookalike = "=?utf-8?Q?x?=";

    // The first ones are beyond ASCII, so that a text can be made with or without them.
    private const int BeyondAscii = 13;

    private static readonly string[] Pieces =
    [
        "社", "区", "髙", "𠮷", "葛󠄀", "か\u3099", "ｶﾅ", "👩‍👩‍👧‍👦", "🇯🇵", "é", "e\u0301", "שלום", "العربية",
        "a", "Word", "longword", Lookalike, "=", "?", "_", "\"", "\\", "(", ")", "<", ">", ",", ";", ":", "@",
        ".", "..", "https://example.org/very/long/path", "%", "&", "'", "[nova]", "-", "--", "From ", "0",
    ];

    private static readonly string[] FilePieces =
    [
        "図", "第六期", "𠮷野家", "👨‍👩‍👧", "が", "報告", " ", "a", "Report", "-", "_", "(1)", "'", "%", "\"", ";", "*", "=", "é",
    ];

    private static readonly (string Type, string Ending)[] FileTypes =
    [
        ("application/pdf", ".pdf"), ("image/png", ".png"), ("application/octet-stream", ".bin"), ("text/csv", ".csv"),
    ];

    private readonly Random _random = new(seed);

    public IEnumerable<MailMessage> Take(int count) => Enumerable.Range(0, count).Select(Mail);

    private MailMessage Mail(int number)
    {
        var shape = _random.Next(10);
        var message = new MailMessage
        {
            From = new Mailbox(Line(1, 12), EmailAddress.Parse("weekly@news.example")),
            ReplyTo = _random.Next(2) == 0 ? null : Mailbox(0),
            To = [.. Some(1, 4, Mailbox)],
            Cc = [.. Some(-3, 3, Mailbox)],
            Subject = Line(1, 60),
            Date = Date(),
            MessageId = $"{number}.6@news.example",
            Text = shape == 0 ? null : Lines(),
            Html = shape == 1 ? null : $"<p>{Lines()}</p>\n",
        };
        return message with
        {
            Attachments = [.. Some(-2, 4, File)],
            Inline = message.Html is null ? [] : [.. Some(-3, 3, Image)],
        };
    }

    /// <summary>Of a count between the two, the lower included; a negative one makes none.</summary>
    private IEnumerable<T> Some<T>(int least, int most, Func<int, T> make) =>
        Enumerable.Range(0, Math.Max(0, _random.Next(least, most))).Select(make);

    private DateTimeOffset Date() => DateTimeOffset.UnixEpoch.AddSeconds(_random.Next())
        .ToOffset(TimeSpan.FromMinutes(_random.Next(-48, 48) * 15));

    private Mailbox Mailbox(int number) => new(
        _random.Next(4) == 0 ? null : Line(1, 12), EmailAddress.Parse($"reader+{number}@example.com"));

    private Attachment File(int number)
    {
        var (type, ending) = FileTypes[_random.Next(FileTypes.Length)];
        return new Attachment($"{number}{FileName()}{ending}", type, type == "text/csv" ? Table() : Octets());
    }

    private InlinePart Image(int number) =>
        new($"image{number}@news.example", "image/png", Octets(), _random.Next(2) == 0 ? null : FileName() + ".png");

    private byte[] Table() => Encoding.UTF8.GetBytes(Lines().Replace("\n", "\r\n", StringComparison.Ordinal));

    private byte[] Octets()
    {
        var octets = new byte[_random.Next(1, 300)];
        _random.NextBytes(octets);
        return octets;
    }

    private string FileName()
    {
        var name = string.Concat(Enumerable.Range(0, _random.Next(1, 20)).Select(
            _ => FilePieces[_random.Next(FilePieces.Length)]));
        return "f" + string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private string Lines() => string.Concat(Enumerable.Range(0, _random.Next(1, 8)).Select(
        _ => Line(0, 80) + (_random.Next(5) == 0 ? " \n" : "\n")));

    /// <summary>
    /// Of few pieces or of many, mostly ASCII or not, with single spaces inside and none at the ends.
    /// </summary>
    private string Line(int least, int most)
    {
        var from = _random.Next(2) == 0 ? 0 : BeyondAscii;
        var text = string.Concat(Enumerable.Range(0, _random.Next(least, most)).Select(_ =>
            Pieces[_random.Next(from, Pieces.Length)] + (_random.Next(3) == 0 ? " " : "")));
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 && least > 0 ? "x" : string.Join(' ', words);
    }
}
