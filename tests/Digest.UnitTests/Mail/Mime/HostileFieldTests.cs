using System.Reflection;
using Digest.Mail.Mime;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Mail.Mime;

/// <summary>
/// A line break in any field of a mail is refused, where the value is made or where it is written (CVE-2026-30227,
/// CVE-2025-7962, CVE-2026-23829, CVE-2021-23400). The fields are found by reflection: a new one without a row fails.
/// </summary>
public sealed class HostileFieldTests
{
    private static readonly string[] Evils =
    [
        "\r\nBcc: evil@x.example", "\r", "\n", "\0", "\u001B", "\u007F", "\u0085", "\u009F", "\u2028", "\u2029",
        "\uD800", "\uDC00",
    ];

    // Bodies are encoded and may hold line ends; the rest is made of members that have a row.
    private static readonly string[] Harmless =
        ["MailMessage.Text", "MailMessage.Html", "EmailAddress.Value", "EmailAddress.Key", "InlinePart.Url"];

    private static readonly Dictionary<string, Action<string>> Rows = new(StringComparer.Ordinal)
    {
        ["MailMessage.Subject"] = evil => MimeWriter.Write(Some.MailMessage(evil)),
        ["MailMessage.MessageId"] = evil => MimeWriter.Write(Some.MailMessage() with { MessageId = $"{evil}@x" }),
        ["MailMessage.InReplyTo"] = evil => MimeWriter.Write(Some.MailMessage() with { InReplyTo = $"{evil}@x" }),
        ["MailMessage.References"] = evil => MimeWriter.Write(Some.MailMessage() with { References = ["1@x", evil] }),
        ["Mailbox.Name"] = evil => MimeWriter.Write(Some.MailMessage() with { Cc = Some.Mailbox("a@x.example", evil) }),
        ["EmailAddress.LocalPart"] = evil => EmailAddress.Parse($"\"{evil}\"@x.example"),
        ["EmailAddress.Domain"] = evil => EmailAddress.Parse($"a@{evil}.example"),
        ["HeaderField.Name"] = evil => HeaderField.Unstructured(evil, "x"),
        ["HeaderField.Value"] = evil => HeaderField.Unstructured("X-A", evil),
        ["Attachment.FileName"] = evil => _ = new Attachment(evil, "image/png", default),
        ["Attachment.MediaType"] = evil => _ = new Attachment("a", $"image/{evil}", default),
        ["InlinePart.ContentId"] = evil => _ = new InlinePart($"{evil}@x", "image/png", default),
        ["InlinePart.MediaType"] = evil => _ = new InlinePart("a@x", $"image/{evil}", default),
        ["InlinePart.FileName"] = evil => _ = new InlinePart("a@x", "image/png", default, evil),
    };

    public static TheoryData<string> Names => [.. Rows.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_field_takes_a_line_break_or_half_a_character(string name)
    {
        foreach (var evil in Evils)
            Assert.Throws<FormatException>(() => Rows[name]($"a{evil}b"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_row_itself_is_sound(string name) => Rows[name]("ab");

    [Fact]
    public void Every_text_of_a_mail_has_its_row() =>
        Assert.Equal(Rows.Keys.Concat(Harmless).Order(), TextsOf(typeof(MailMessage), []).Distinct().Order());

    private static IEnumerable<string> TextsOf(Type type, HashSet<Type> seen)
    {
        if (!seen.Add(type))
            yield break;

        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var held = ItemOf(property.PropertyType);
            if (held == typeof(string))
                yield return $"{type.Name}.{property.Name}";
            else if (held.Assembly == type.Assembly)
                foreach (var name in TextsOf(held, seen))
                    yield return name;
        }
    }

    private static Type ItemOf(Type type)
    {
        if (type == typeof(string))
            return type;

        var list = type.GetInterfaces().Append(type)
            .FirstOrDefault(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IReadOnlyList<>));
        return list?.GetGenericArguments()[0] ?? type;
    }
}
