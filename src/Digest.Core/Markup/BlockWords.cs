using System.Text;
using Markdig.Syntax;

namespace Digest.Markup;

/// <summary>The words of all blocks, one after another.</summary>
internal sealed class BlockWords
{
    private readonly StringBuilder _output = new();

    public string Write(ContainerBlock blocks)
    {
        foreach (var leaf in blocks.Descendants<LeafBlock>())
        {
            if (leaf is CodeBlock)
                _output.Append(leaf.Lines.ToString());
            else if (leaf.Inline is not null)
                _output.Append(InlineText.Words(leaf.Inline));

            _output.Append(' ');
        }

        return _output.ToString();
    }
}
