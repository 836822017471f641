using Digest.Gather.Mails;
using Digest.Markup;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Digest.UnitTests.Gather.Mails;

public sealed class MailProseTests
{
    [Theory]
    [InlineData("Hi all,\n\nKeel is out.\n\n-- \nAnn\nDriftwood", "Keel is out.")]
    [InlineData("大家好，\n\n浮木 1.2 发布了。\n--\n张三", "浮木 1.2 发布了。")]
    [InlineData("みなさん、\n\nリリースしました。", "リリースしました。")]
    [InlineData("On Mon, Ann wrote:\n> old\n> words\n\nNew words.", "New words.")]
    [InlineData("On Mon, 9 Nov 2026, Ann Keel\n<ann at anchor.example> wrote:\n\n> old\n\nNew.", "New.")]
    [InlineData("在 2026年11月9日，张三 <zhang@anchor.example> 写道：\n> 旧的\n\n新的。", "新的。")]
    [InlineData("New.\n\n-----Original Message-----\nFrom: Ann\nold", "New.")]
    [InlineData("新的。\n\n------------------ 原始邮件 ------------------\n旧的", "新的。")]
    [InlineData("New.\n\nFrom: Ann\nSent: Monday\nTo: list\n\nold", "New.")]
    [InlineData("Words.\n-------------- next part --------------\nAn HTML attachment was scrubbed...", "Words.")]
    [InlineData("Words.\n____________________\nkeel-dev mailing list\nx@lists.example", "Words.")]
    [InlineData("Words.\n____________________\nmore words", "Words.\n\nmore words")]
    [InlineData("He said:\n\nall is well", "He said:\n\nall is well")]
    public void Own_words_are_kept_and_the_rest_goes(string text, string expected) =>
        Assert.Equal(expected, MailProse.ToMarkdown(text, 5, 2000));

    [Theory]
    [InlineData("# no heading", @"\# no heading")]
    [InlineData("a *b* <script>", @"a \*b\* \<script>")]
    [InlineData("see https://keel.example/a_b_c?x=*1, ok", "see <https://keel.example/a_b_c?x=*1>, ok")]
    [InlineData("见https://keel.example/x；后文", "见<https://keel.example/x>；后文")]
    [InlineData("<https://keel.example/>", "<https://keel.example/>")]
    [InlineData("https://wiki.example/Anchor_(tool).", "<https://wiki.example/Anchor_(tool)>.")]
    [InlineData("Points:\n* one\n  and more\n* two", "Points:\n\n- one\n  and more\n- two")]
    [InlineData("1) one\n2) two", "1. one\n2. two")]
    [InlineData("    int x = `1`;\n      y;", "```\nint x = `1`;\n  y;\n```")]
    [InlineData("Mail ann@anchor.example", "Mail …@…")]
    public void Plain_text_means_itself(string text, string expected) =>
        Assert.Equal(expected, MailProse.ToMarkdown(text, 5, 2000));

    [Fact]
    public void Signed_text_stays_without_its_armour()
    {
        const string text = """
            -----BEGIN PGP SIGNED MESSAGE-----
            Hash: SHA512

            Keel is out.
            - --hard is gone.
            -----BEGIN PGP SIGNATURE-----

            iQIzBAEBCgAdFiEE
            -----END PGP SIGNATURE-----
            """;

        Assert.Equal("Keel is out.\n\\--hard is gone.", MailProse.ToMarkdown(text, 5, 2000));
    }

    [Fact]
    public void Only_the_first_paragraphs_are_kept() =>
        Assert.Equal("a\n\nb", MailProse.ToMarkdown("a\n\nb\n\nc", 2, 2000));

    [Fact]
    public void Any_text_becomes_markdown_without_an_address() => Prop.ForAll<string>(text => !MarkdownRenderer
        .ToHtml(MailProse.ToMarkdown($"{text} ann@anchor.example {text}", 50, 9000), "")
        .Contains("ann@anchor.example", StringComparison.Ordinal)).QuickCheckThrowOnFailure();
}
