using Digest.Model;

namespace Digest.Render.Css;

/// <summary>
/// A style sheet for letters, split into what goes into <c>style</c> attributes and what only a mail reader can decide:
/// media queries, <c>:hover</c>, and Outlook's <c>[data-ogsc]</c>. Not a general CSS parser: comments, rules and one
/// level of at-rules, read by the operator's own style sheet.
/// </summary>
internal sealed class StyleSheet
{
    private static readonly string[] DarkMarks = ["prefers-color-scheme", "[data-ogs"];

    private readonly List<CssRule> _inlined = [];
    private readonly List<string> _adaptive = [];
    private readonly List<string> _dark = [];

    private StyleSheet() { }

    /// <summary>In the order of the sheet.</summary>
    public IReadOnlyList<CssRule> Inlined => _inlined;

    /// <summary>Rules kept for widths and pointers: the simplest block, and the first.</summary>
    public string Adaptive => string.Join('\n', _adaptive);

    /// <summary>Rules kept for the dark scheme, apart from the others: a reader drops a block it dislikes.</summary>
    public string Dark => string.Join('\n', _dark);

    /// <exception cref="DigestException">A block is not closed.</exception>
    public static StyleSheet Parse(string css)
    {
        var sheet = new StyleSheet();
        var text = CssText.Compact(css);
        for (var start = 0; start < text.Length;)
        {
            var open = CssText.NextOf(text, start, '{', ';');
            if (open == text.Length)
                break;

            var end = text[open] == ';' ? open : EndOfBlock(text, open);
            sheet.Add(text[start..open].Trim(), text[(open + 1)..Math.Max(open + 1, end)].Trim());
            start = end + 1;
        }

        return sheet;
    }

    private static int EndOfBlock(string text, int open)
    {
        var depth = 1;
        for (var at = open + 1; (at = CssText.NextOf(text, at, '{', '}')) < text.Length; at++)
        {
            depth += text[at] == '{' ? 1 : -1;
            if (depth == 0)
                return at;
        }

        var prelude = text[..open].Split('}')[^1].Trim();
        throw new DigestException($"mail.css: the block after \"{prelude}\" is not closed; add a }}");
    }

    private void Add(string prelude, string body)
    {
        if (body.Length == 0)
            return;

        if (DarkMarks.Any(mark => prelude.Contains(mark, StringComparison.Ordinal)))
            _dark.Add($"{prelude} {{ {body} }}");
        else if (prelude.StartsWith('@') || prelude.Contains(':', StringComparison.Ordinal))
            _adaptive.Add($"{prelude} {{ {body} }}");
        else
            _inlined.Add(new CssRule(prelude, CssDeclaration.ParseAll(body)));
    }
}
