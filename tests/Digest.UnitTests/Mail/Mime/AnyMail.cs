using Digest.Mail.Mime;
using FsCheck;
using FsCheck.Fluent;

namespace Digest.UnitTests.Mail.Mime;

/// <summary>Mails that use every member, of texts that trip writers: each text is what a mail may hold.</summary>
internal static class AnyMail
{
    // Marks of the syntax, what looks like an encoded-word, and characters of every length.
    private static readonly Gen<string> Pieces = Gen.Elements(
        " ", "  ", "\u3000", "\u00A0", "社区", "𠮷", "葛󠄀", "か\u3099", "ｶﾅ", "👩‍👩‍👧‍👦", "🇯🇵", "é", "e\u0301", "שלום",
        "a", "Word", "=?utf-8?Q?x?=", "=?", "?=", "=", "_", "\"", "\\", "(", ")", "<", ">", ",", ";", ":", "@", ".",
        "%", "'", "*", "[x]", "-", "--", "=_", "From ", "0", new string('x', 80), new string(' ', 90));

    private static readonly Gen<string> Lines = Gen.OneOf(
        Pieces,
        Gen.Elements("\n", "\r\n", "\r", "\n\n", " \n", "\t\n", ".\n", "\t", "\0", "\u2028", "\u0085", "\uFFFE"),
        Gen.Constant(new string('l', 5000)));

    private static readonly Gen<string> Line = Pieces.NonEmptyListOf()
        .Select(pieces => string.Concat(pieces)).Where(text => text.Trim(' ').Length > 0);

    private static readonly Gen<string> Name =
        Line.Where(text => text.Length <= 200 && !string.IsNullOrWhiteSpace(text));

    private static readonly Gen<string> FileName = Name.Where(text => !text.Contains('\\')).Select(text => text.Trim());

    private static readonly Gen<string?> Text =
        Gen.OneOf(Lines.ListOf().Select(pieces => (string?)string.Concat(pieces)), Gen.Constant<string?>(null));

    private static readonly Gen<Mailbox> Mailboxes =
        from name in Gen.OneOf(Name.Select(name => (string?)name), Gen.Constant<string?>(null))
        from address in Gen.Elements("a@x.example", "o'neil+tag@news.example", $"{new string('b', 64)}@x.example")
        select new Mailbox(name, EmailAddress.Parse(address));

    private static readonly Gen<byte[]> Octets =
        Gen.OneOf(ArbMap.Default.GeneratorFor<byte[]>().Select(octets => octets ?? []), Gen.Constant(new byte[100]));

    private static readonly Gen<Attachment> Attachments =
        from name in FileName
        from type in Gen.Elements("application/pdf", "text/csv", "image/png")
        from content in Octets
        select new Attachment(name, type, content);

    private static readonly Gen<MailMessage> Messages =
        from addresses in Addressed()
        from subject in Line
        from note in Line
        from ids in Gen.Elements("1@a.example", "b+c=d@x.example", $"{new string('i', 200)}@x.example").ListOf()
        from minutes in Gen.Choose(-14 * 60, 14 * 60)
        from text in Text
        from html in Text
        from files in Attachments.ListOf()
        from images in Attachments.ListOf()
        select addresses with
        {
            Subject = subject,
            Headers = [HeaderField.Unstructured("X-Note", note)],
            References = [.. ids],
            Date = DateTimeOffset.UnixEpoch.ToOffset(TimeSpan.FromMinutes(minutes)).AddMinutes(minutes),
            Text = html is null ? text ?? "" : text,
            Html = html,
            Attachments = [.. files],
            Inline = html is null ? [] : [.. images.Select(Inline)],
        };

    public static Arbitrary<MailMessage> Arbitrary { get; } = Messages.ToArbitrary();

    private static Gen<MailMessage> Addressed() =>
        from lists in Mailboxes.ListOf().Two()
        from single in Mailboxes.ListOf(3)
        from optional in Gen.Elements(0, 1)
        select Testing.Some.MailMessage() with
        {
            From = single[0],
            Sender = optional == 0 ? null : single[1],
            ReplyTo = optional == 0 ? single[2] : null,
            To = [.. lists.Item1],
            Cc = [.. lists.Item2],
        };

    private static InlinePart Inline(Attachment file, int number) =>
        new($"{number}@news.example", "image/png", file.Content, number % 2 == 0 ? file.FileName : null);
}
