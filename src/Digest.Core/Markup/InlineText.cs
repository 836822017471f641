using System.Text;
using Markdig.Syntax.Inlines;

namespace Digest.Markup;

/// <summary>
/// The text of a paragraph's inlines. With a list of links, addresses are kept: a label gets its number, a bare address
/// stands for itself. Without one there are only words.
/// </summary>
internal sealed class InlineText(LinkList? links)
{
    private readonly StringBuilder _output = new();
    private bool _afterAddress;

    public static string Words(ContainerInline? inlines) => new InlineText(null).Write(inlines);

    public string Write(ContainerInline? inlines)
    {
        WriteChildren(inlines);
        return _output.ToString();
    }

    private void WriteChildren(ContainerInline? inlines)
    {
        for (var inline = inlines?.FirstChild; inline is not null; inline = inline.NextSibling)
            WriteInline(inline);
    }

    private void WriteInline(Inline inline)
    {
        if (inline is LiteralInline literal)
            Append(literal.Content.AsSpan());
        else if (inline is CodeInline code)
            Append(code.Content);
        else if (inline is HtmlEntityInline entity)
            Append(entity.Transcoded.AsSpan());
        else if (inline is LineBreakInline lineBreak)
            WriteBreak(lineBreak);
        else if (inline is AutolinkInline address)
            WriteAddress(address.IsEmail ? $"mailto:{address.Url}" : address.Url, address.Url);
        else if (inline is LinkInline link)
            WriteLink(link);
        else if (inline is ContainerInline container)
            WriteContainer(container);
    }

    private void WriteContainer(ContainerInline container)
    {
        if (container is DelimiterInline unmatched)
            Append(unmatched.ToLiteral());

        WriteChildren(container);
    }

    private void WriteBreak(LineBreakInline lineBreak)
    {
        _afterAddress = false;
        if (lineBreak.IsHard && links is not null)
            _output.Append('\n');
        else if (lineBreak.IsHard || !SoftBreak.IsSilent(lineBreak))
            _output.Append(' ');
    }

    private void WriteLink(LinkInline link)
    {
        var address = link.IsImage ? AddressRule.Image(link.Url, null) : AddressRule.Link(link.Url, null);
        if (link.IsAutoLink)
            WriteAddress(link.Url ?? "", link.Url ?? "");
        else if (links is null || address is null)
            WriteChildren(link);
        else
            WriteNumbered(link, address);
    }

    private void WriteNumbered(LinkInline link, string address)
    {
        // Words only: an image inside the label has no number of its own, and an address in it is the label.
        var label = Words(link).Trim();
        if (label.Length == 0 || label == address)
            _output.Append(address).Append(IsGlued(link) ? " " : "");
        else
            _output.Append(label).Append(" [").Append(links!.NumberOf(address)).Append(']');
    }

    // Words right behind a picture would read as the end of its address.
    private static bool IsGlued(LinkInline link) => link.NextSibling switch
    {
        null or LineBreakInline => false,
        LiteralInline { Content: var next } => !next.IsEmpty && !char.IsWhiteSpace(next.CurrentChar),
        _ => true,
    };

    private void WriteAddress(string address, string label)
    {
        if (links is null)
            return;

        var isMail = address.StartsWith("mailto:", StringComparison.Ordinal);
        AppendAddress(isMail ? label : AddressRule.Link(address, null) ?? label);
    }

    private void AppendAddress(string address)
    {
        _output.Append(address);
        _afterAddress = true;
    }

    // No line ends, escape sequences or turned-around text: the result is shown on terminals and in subjects.
    private void Append(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (character is '\n' or '\r' or '\t' or '\u2028' or '\u2029')
                _output.Append(' ');
            else if (!char.IsControl(character) && !IsTurning(character))
                AppendVisible(character);
        }
    }

    // Mail programs make links of bare addresses and take Chinese text that follows at once for a part of them.
    private void AppendVisible(char character)
    {
        if (_afterAddress && !char.IsAscii(character) && !char.IsWhiteSpace(character) && _output[^1] != ' ')
            _output.Append(' ');
        _afterAddress = false;
        _output.Append(character);
    }

    private static bool IsTurning(char character) =>
        character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
