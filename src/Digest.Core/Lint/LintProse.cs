using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Digest.Lint;

/// <summary>One line of words as readers see them.</summary>
internal sealed record LintProse(int Line, string Text)
{
    public static IReadOnlyList<LintProse> Of(MarkdownDocument body, int bodyLine)
    {
        var lines = new List<LintProse>();
        foreach (var block in body.Descendants<LeafBlock>().Where(block => block.Inline is not null))
        {
            var writer = new Writer(lines, block.Line + bodyLine, bodyLine);
            writer.Add(block.Inline!);
            writer.End();
        }

        return lines;
    }

    /// <summary>Puts the pieces of a line together: the parser cuts words at every character it looks at.</summary>
    private sealed class Writer(List<LintProse> lines, int first, int bodyLine)
    {
        private readonly StringBuilder _text = new();
        private int _line = first;

        public void Add(ContainerInline container)
        {
            if (container is DelimiterInline unmatched)
                _text.Append(unmatched.ToLiteral());
            foreach (var inline in container)
                Add(inline);
        }

        public void End()
        {
            if (_text.Length > 0)
                lines.Add(new LintProse(_line, _text.ToString()));

            _text.Clear();
        }

        private void Add(Inline inline)
        {
            if (inline is LineBreakInline lineBreak)
            {
                End();
                _line = Math.Max(_line + 1, lineBreak.Line + bodyLine + 1);
            }
            else if (inline is LiteralInline literal)
                _text.Append(literal.Content.AsSpan());
            else if (inline is LinkInline { IsAutoLink: false } or ContainerInline and not LinkInline)
                Add((ContainerInline)inline);
            else
                _text.Append(' ');
        }
    }
}
