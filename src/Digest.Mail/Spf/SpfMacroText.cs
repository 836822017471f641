using System.Diagnostics.CodeAnalysis;

namespace Digest.Mail.Spf;

/// <summary>A text with macros (RFC 7208 §7).</summary>
public sealed record SpfMacroText
{
    private const int MaxParts = 32;
    private static readonly Dictionary<char, string> Escapes = new() { ['%'] = "%", ['_'] = " ", ['-'] = "%20" };

    private SpfMacroText(string text, IReadOnlyList<SpfMacroPart> parts)
    {
        Text = text;
        Parts = parts;
    }

    /// <summary>As it stands in the record.</summary>
    public string Text { get; }

    internal IReadOnlyList<SpfMacroPart> Parts { get; }

    /// <summary>True if the text needs a name found by asking DNS about the sender's address.</summary>
    internal bool NeedsValidatedName => Parts.Any(part => part.Letter is 'p');

    /// <param name="text">Of a record: no spaces.</param>
    /// <param name="isDomain">Whether it must end as a domain name does.</param>
    /// <param name="result">The text in its parts.</param>
    /// <param name="fault">What is wrong.</param>
    internal static bool TryParse(
        string text,
        bool isDomain,
        [NotNullWhen(true)] out SpfMacroText? result,
        [NotNullWhen(false)] out SpfFault? fault)
    {
        (result, fault) = (null, null);
        var parts = new List<SpfMacroPart>();
        for (var at = 0; at < text.Length && fault is null;)
            fault = ReadPart(text, ref at, parts);

        fault ??= isDomain && !EndsAsDomain(text, parts) ? new SpfFault(0, $"'{text}' is no domain") : null;
        if (fault is not null)
            return false;

        result = new SpfMacroText(text, parts);
        return true;
    }

    internal string Expand(Func<char, string> valueOf) =>
        string.Concat(Parts.Select(part => part.Letter is { } letter ? part.Apply(valueOf(letter)) : part.Literal));

    private static SpfFault? ReadPart(string text, ref int at, List<SpfMacroPart> parts)
    {
        if (parts.Count == MaxParts)
            return new SpfFault(at, "there are too many macros");

        var percent = text.IndexOf('%', at);
        if (percent != at)
        {
            var end = percent < 0 ? text.Length : percent;
            var literal = text[at..end];
            parts.Add(new SpfMacroPart { Literal = literal });
            at = end;
            return literal.All(c => c is > ' ' and < '\x7F') ? null : new SpfFault(at, "a character is not ASCII");
        }

        if (at + 1 < text.Length && Escapes.TryGetValue(text[at + 1], out var escape))
        {
            parts.Add(new SpfMacroPart { Literal = escape });
            at += 2;
            return null;
        }

        return ReadMacro(text, ref at, parts);
    }

    private static SpfFault? ReadMacro(string text, ref int at, List<SpfMacroPart> parts)
    {
        var end = text.IndexOf('}', at);
        if (end < 0 || text[at + 1] != '{' || SpfMacroPart.Read(text[(at + 2)..end]) is not { } part)
            return new SpfFault(at, "'%' begins no macro that may stand here");

        parts.Add(part);
        at = end + 1;
        return null;
    }

    /// <summary>A macro, or a dot and a label that is more than digits (RFC 7208 §12, domain-end).</summary>
    private static bool EndsAsDomain(string text, List<SpfMacroPart> parts)
    {
        if (parts.Count == 0)
            return false;
        if (parts[^1].Letter is not null)
            return true;

        var plain = text.EndsWith('.') ? text[..^1] : text;
        var label = plain[(plain.LastIndexOf('.') + 1)..];
        return label.Length < plain.Length && label.Length > 0 && label[0] != '-' && label[^1] != '-'
            && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && !label.All(char.IsAsciiDigit);
    }
}
