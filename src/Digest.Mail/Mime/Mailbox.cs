using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Digest.Mail.Mime;

/// <summary>One mailbox of RFC 5322 §3.4: an address and the name shown beside it.</summary>
public sealed record Mailbox(string? Name, EmailAddress Address)
{
    private const int MaxNameLength = 200;
    private static readonly SearchValues<char> Specials = SearchValues.Create("\"<>,;:@()[]\\");

    /// <summary>Reads by the standard rules for addresses.</summary>
    public static bool TryParse(
        string? text, [NotNullWhen(true)] out Mailbox? mailbox, [NotNullWhen(false)] out string? reason) =>
        TryParse(text, AddressRules.Standard, out mailbox, out reason);

    /// <summary>
    /// Reads <c>address</c>, <c>Name &lt;address&gt;</c> or <c>"Name" &lt;address&gt;</c>. Exactly one mailbox: lists,
    /// groups, routes and comments are refused rather than guessed at, because two readers that guess differently
    /// send one mail to two places.
    /// </summary>
    public static bool TryParse(
        string? text,
        AddressRules rules,
        [NotNullWhen(true)] out Mailbox? mailbox,
        [NotNullWhen(false)] out string? reason)
    {
        mailbox = null;
        var trimmed = text?.Trim(' ', '\t') ?? "";
        var open = trimmed.LastIndexOf('<');
        var bare = open < 0 ? trimmed : trimmed[(open + 1)..].TrimEnd('>');
        if (open >= 0 && !IsClosedOnce(trimmed, open))
            return Refuse("is not of the form Name <name@domain>", out reason);
        if (!EmailAddress.TryParse(bare, rules, out var address, out reason))
            return false;

        var name = "";
        if (open > 0 && !TryName(trimmed[..open].Trim(' ', '\t'), out name))
            return Refuse("has more than one address, or a name that needs quotes", out reason);
        if (NameFault(name) is { } fault)
            return Refuse(fault, out reason);

        mailbox = new Mailbox(name.Length == 0 ? null : name, address);
        reason = null;
        return true;
    }

    /// <summary>Why a text cannot be the name shown beside an address: a clause for a person, or null.</summary>
    public static string? NameFault(string name)
    {
        if (HeaderRules.HasForbidden(name) || !HeaderRules.IsWellFormed(name))
            return "has a control character in its name";
        return name.Length > MaxNameLength ? $"has a name of more than {MaxNameLength} characters" : null;
    }

    /// <summary>The name if there is one, else the address: for people, never for the wire.</summary>
    public override string ToString() => Name is null ? Address.Value : $"{Name} <{Address.Value}>";

    private static bool IsClosedOnce(string text, int open) =>
        text[^1] == '>' && text.IndexOf('>', open) == text.Length - 1;

    private static bool TryName(string text, out string name)
    {
        name = text;
        if (text.Length < 2 || text[0] != '"')
            return !text.AsSpan().ContainsAny(Specials);

        return TryUnquote(text, out name);
    }

    private static bool TryUnquote(string text, out string name)
    {
        var result = new StringBuilder();
        name = "";
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == '"')
            {
                name = result.ToString();
                return i == text.Length - 1;
            }

            if (text[i] == '\\')
                i++;
            if (i < text.Length)
                result.Append(text[i]);
        }

        return false;
    }

    private static bool Refuse(string why, out string? reason)
    {
        reason = why;
        return false;
    }
}
