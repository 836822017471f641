using FsCheck;
using FsCheck.Fluent;

namespace Digest.UnitTests.Markup;

/// <summary>Hostile texts: the pieces that parsers stumble over, in any order.</summary>
internal static class Fragments
{
    private static readonly string[] Markdown =
    [
        "# ", "## ", "- ", "1. ", "> ", "    ", "```", "`", "**", "*", "_", "[", "]", "(", ")", "![", "](", "<", ">",
        "&amp;", "\\", "|", "---", "===", "~~", "<!--", "-->", "<!-- item:0123456789ab -->\n", "<div>",
        "https://x.example/a", "[1]: https://x.example\n", "\n", "\r\n", "\r", "\n\n", "  \n", "\t", "\0", "\uFEFF",
        "\uD800", "\u200E", "社区", "。", "word", " ", "key: value", "+++", "{", "}",
    ];

    private static readonly string[] Html =
    [
        "<p>", "</p>", "<div>", "<b>", "</b>", "<a href='https://x.example/'>", "<a href=javascript:x>", "</a>",
        "<table>", "<tr>", "<td>", "<pre>", "\n", "<svg>", "<math>", "<mtext>", "<style>", "</style>", "<!--", "-->",
        "--!>", "<![CDATA[", "]]>", "<template>", "<noscript>", "<title>", "<textarea>", "<select>",
        "<img src=x onerror=y>", "<script>", "</script>", "<form>", "<ul>", "<li>", "<h1>", "<mglyph>",
        "<annotation-xml>", "&lt;", "&amp;lt;", "\"", "'", ">", "<", "text", "社区", "<p id='</p>'>", "<font>",
        "<plaintext>", "<frameset>", "<br/>", "<code>", "</p x=1>", "\0",
    ];

    public static Arbitrary<string> OfMarkdown => Joined(Markdown);

    public static Arbitrary<string> OfHtml => Joined(Html);

    private static Arbitrary<string> Joined(string[] pieces) =>
        Gen.Elements(pieces).ListOf().Select(string.Concat).ToArbitrary();
}
