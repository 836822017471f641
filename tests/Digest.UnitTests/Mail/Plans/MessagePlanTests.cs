using System.Text;
using Digest.Mail.Mime;
using Digest.Mail.Plans;
using Digest.Testing;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Digest.UnitTests.Mail.Plans;

public sealed class MessagePlanTests
{
    private static readonly Slot Link = new("https://slot.invalid/link");
    private static readonly Slot Name = new("https://slot.invalid/link/name");
    private static readonly Slot Banner = new("{banner}", SlotEncoding.Markup);
    private static readonly Slot[] Slots = [Link, Name, Banner];

    private static readonly Gen<string> Pieces = Gen.Elements(
        "a", "b c ", "社区", "𠮷", "👩‍👩‍👧", ".", "From ", "=", " ", "\n", "\r\n", "\n\n", "&", "<p>",
        new string('x', 57), new string('社', 30), string.Concat(Enumerable.Repeat("long line of words ", 20)),
        Link.Marker, Name.Marker, Banner.Marker, "https://slot.invalid/");

    // A line end that the writer adds is not the question here.
    private static readonly Gen<string> Texts = Pieces.ListOf().Select(pieces => string.Concat(pieces) + "\n");

    private static readonly Gen<string> Values = Gen.Elements(
        "", "a", "ab", "abc", " ", ".", "From x", "林海", "O'Neil & <Söhne> \"x\"", "https://a.example/?x=1&y=2",
        Link.Marker, new string('v', 200), new string('v', 20_000), new string('海', 60), "🎏", "   ", "ends ", "ends.",
        "ends=", "=\u3000", "=E5=B0", "--=_", "=?utf-8?Q?x?=");

    [Fact]
    public void A_letter_reads_like_the_mail_with_the_same_values() => Prop
        .ForAll(Templates().ToArbitrary(), Letters().ToArbitrary(), (template, values) =>
        {
            var letter = Write(MessagePlan.Compile(template, Slots), values);
            var mail = MimeWriter.Write(Filled(template, values));

            Assert.Equal(DecodedParts.Texts(mail), DecodedParts.Texts(letter));
            Assert.Equal(HeadOf(mail), HeadOf(letter));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_letter_keeps_to_lines_of_76_columns_in_ascii() => Prop
        .ForAll(Templates().ToArbitrary(), Letters().ToArbitrary(), (template, values) =>
        {
            var letter = Encoding.UTF8.GetString(Write(MessagePlan.Compile(template, Slots), values));

            Assert.True(Ascii.IsValid(letter));
            Assert.All(letter.Split("\r\n"), line => Assert.InRange(line.Length, 0, 76));
            Assert.DoesNotContain('\r', letter.Replace("\r\n", "", StringComparison.Ordinal));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("quoted-printable", "Leave: ")]
    [InlineData("base64", "退订: ")]
    public void The_lines_around_a_value_do_not_depend_on_its_length(string encoding, string text)
    {
        var around = string.Concat(Enumerable.Repeat(text, 30));
        var template = Some.MailMessage() with { Text = $"{around}{Link.Marker}{around}\n", Html = null };
        var plan = MessagePlan.Compile(template, Slots);

        var letters = Values.Sample(50).Select(value => Lines(plan, value)).ToList();

        Assert.All(letters, lines => Assert.Contains($"Content-Transfer-Encoding: {encoding}", lines));
        Assert.InRange(letters.Select(lines => $"{lines[^3]}\n{lines[^2]}").Distinct().Count(), 1, 3);
    }

    [Fact]
    public void A_value_that_looks_like_a_marker_stays_what_it_is()
    {
        var plan = MessagePlan.Compile(Some.MailMessage() with { Text = Link.Marker, Html = null }, Slots);

        var letter = Write(plan, Values3("{banner}"));

        Assert.Equal("{banner}\r\n", Assert.Single(DecodedParts.Texts(letter)));
    }

    [Fact]
    public void A_value_is_escaped_in_html_alone_and_markup_is_not()
    {
        var both = Link.Marker + Banner.Marker;
        var plan = MessagePlan.Compile(Some.MailMessage() with { Text = both, Html = both }, Slots);

        var letter = Write(plan, Values3("<a&\"'>", "", "<b>"));

        Assert.Equal(["<a&\"'><b>\r\n", "&lt;a&amp;&quot;&#39;&gt;<b>\r\n"], DecodedParts.Texts(letter));
    }

    [Theory]
    [InlineData("a\r\nBcc: evil@x.example")]
    [InlineData("a\n")]
    [InlineData("a\0")]
    [InlineData("a\u2028b")]
    public void A_value_that_could_break_a_line_is_refused(string value)
    {
        var plan = MessagePlan.Compile(Some.MailMessage() with { Text = "no slot" }, Slots);

        Assert.Throws<FormatException>(() => Write(plan, Values3(value)));
        Assert.Throws<FormatException>(() => Write(plan, Values3("a" + '\uD800')));
    }

    [Theory]
    [InlineData("a b>")]
    [InlineData("社")]
    public void A_value_that_a_field_cannot_hold_is_refused(string value)
    {
        var field = HeaderField.Unfoldable("X-Long", Link.Marker + new string('x', 900));
        var plan = MessagePlan.Compile(Some.MailMessage() with { Headers = [field] }, Slots);

        Assert.Throws<FormatException>(() => Write(plan, Values3(value + new string('x', 100))));
    }

    [Fact]
    public void Each_letter_has_its_own_subject_and_field_where_the_template_has_slots()
    {
        var template = Some.MailMessage($"For {Name.Marker}") with
        {
            Headers = [HeaderField.Structured("List-Unsubscribe", $"<{Link.Marker}>")],
        };

        var head = HeadOf(Write(MessagePlan.Compile(template, Slots), Values3("https://a.example/1", "Lin")));

        Assert.Contains("\r\nSubject: For Lin\r\n", head, StringComparison.Ordinal);
        Assert.Contains("\r\nList-Unsubscribe: <https://a.example/1>\r\n", head, StringComparison.Ordinal);
        Assert.Contains("\r\nTo: =?utf-8?B?5p6X?= <lin@x.example>\r\n", head, StringComparison.Ordinal);
        Assert.Contains("\r\nDate: Sun, 01 Nov 2026 08:00:00 +0900\r\n", head, StringComparison.Ordinal);
        Assert.Contains("\r\nMessage-ID: <m2@x.example>\r\n", head, StringComparison.Ordinal);
    }

    [Fact]
    public void The_number_of_values_is_the_number_of_slots() => Assert.Throws<ArgumentException>(
        () => Write(MessagePlan.Compile(Some.MailMessage(), Slots), Values3("") with { Slots = [] }));

    [Theory]
    [InlineData("")]
    [InlineData("a\nb")]
    [InlineData("社区动态")]
    public void A_marker_that_cannot_be_one_is_refused(string marker) =>
        Assert.Throws<FormatException>(() => MessagePlan.Compile(Some.MailMessage(), [new Slot(marker)]));

    [Fact]
    public void A_template_without_slots_is_a_plan_too()
    {
        var template = Some.MailMessage();

        Assert.Equal(
            DecodedParts.Texts(MimeWriter.Write(template)),
            DecodedParts.Texts(Write(MessagePlan.Compile(template, []), Values3("") with { Slots = [] })));
    }

    private static Gen<MailMessage> Templates() =>
        from text in Texts
        from html in Texts
        from shape in Gen.Elements(0, 1, 2)
        select Some.MailMessage() with
        {
            Text = shape == 0 ? null : text,
            Html = shape == 1 ? null : html,
            Headers = [HeaderField.Unstructured("X-Slots", $"a {Link.Marker} {Name.Marker}")],
        };

    private static Gen<PlanValues> Letters() =>
        from link in Values
        from name in Values
        from banner in Values
        select Values3(link, name, banner);

    private static PlanValues Values3(string link, string name = "", string banner = "") => new()
    {
        To = Some.Mailbox("lin@x.example", "林"),
        MessageId = "m2@x.example",
        Date = new DateTimeOffset(2026, 11, 1, 8, 0, 0, TimeSpan.FromHours(9)),
        Slots = [link, name, banner],
    };

    private static byte[] Write(MessagePlan plan, PlanValues values)
    {
        using var letter = new PooledBuffer(plan.UsualLength);
        plan.Write(values, letter);
        return letter.WrittenSpan.ToArray();
    }

    private static string[] Lines(MessagePlan plan, string value) =>
        Encoding.ASCII.GetString(Write(plan, Values3(value))).Split("\r\n");

    /// <summary>A long value may be folded elsewhere than in the mail; unfolded, the two must be one.</summary>
    private static string HeadOf(byte[] mail) => DecodedParts.Head(mail)
        .Replace("base64", "", StringComparison.Ordinal).Replace("quoted-printable", "", StringComparison.Ordinal);

    private static MailMessage Filled(MailMessage template, PlanValues values) => template with
    {
        To = values.To,
        MessageId = values.MessageId,
        Date = values.Date,
        Text = template.Text is null ? null : Fill(template.Text, values, value => value),
        Html = template.Html is null ? null : Fill(template.Html, values, Escape),
        Headers =
        [
            HeaderField.Unstructured("X-Slots", Fill(template.Headers[0].Value, values, value => value)),
        ],
    };

    /// <summary>The longer marker first, and through characters that no text of these tests holds.</summary>
    private static string Fill(string text, PlanValues values, Func<string, string> escape) => text
        .Replace(Name.Marker, "\uE001", StringComparison.Ordinal)
        .Replace(Link.Marker, "\uE000", StringComparison.Ordinal)
        .Replace(Banner.Marker, "\uE002", StringComparison.Ordinal)
        .Replace("\uE000", escape(values.Slots[0]), StringComparison.Ordinal)
        .Replace("\uE001", escape(values.Slots[1]), StringComparison.Ordinal)
        .Replace("\uE002", values.Slots[2], StringComparison.Ordinal);

    private static string Escape(string value) => value
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("'", "&#39;", StringComparison.Ordinal);
}
