using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Digest.Mail.Mime;

/// <summary>
/// An address that is safe to put on the wire: <c>local-part@domain</c> with a local part of atoms and dots (RFC 5321
/// §4.1.2, RFC 6531 for letters beyond ASCII) and a domain of A-labels. Nothing that could break a header line or an
/// SMTP command can be held by this type, so nothing that uses it has to look again.
/// </summary>
public sealed record EmailAddress
{
    private const int MaxLocalOctets = 64;
    private const int MaxTotalOctets = 254;
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    private EmailAddress(string localPart, string domain)
    {
        LocalPart = localPart;
        Domain = domain;
    }

    /// <summary>Before the last <c>@</c>, letter case kept, without the quotes it may need.</summary>
    public string LocalPart { get; }

    /// <summary>A-labels in lower case.</summary>
    public string Domain { get; }

    /// <summary>
    /// The address as it goes out: quoted where its dots are not those of a dot-atom (RFC 5321 §4.1.2).
    /// </summary>
    public string Value => HasStrayDot(LocalPart) ? $"\"{LocalPart}\"@{Domain}" : $"{LocalPart}@{Domain}";

    /// <summary>What two spellings of one mailbox share: everything in lower case.</summary>
    public string Key => Value.ToLowerInvariant();

    /// <summary>True if the local part needs SMTPUTF8 (RFC 6531).</summary>
    public bool IsInternational => !Ascii.IsValid(LocalPart);

    /// <summary>Reads one bare address by the standard rules; the reason of a refusal is a clause for a
    /// person.</summary>
    public static bool TryParse(
        string? text, [NotNullWhen(true)] out EmailAddress? address, [NotNullWhen(false)] out string? reason) =>
        TryParse(text, AddressRules.Standard, out address, out reason);

    /// <summary>Reads one bare address; the reason of a refusal is a clause for a person.</summary>
    public static bool TryParse(
        string? text,
        AddressRules rules,
        [NotNullWhen(true)] out EmailAddress? address,
        [NotNullWhen(false)] out string? reason)
    {
        address = null;
        var trimmed = text?.Trim(' ', '\t') ?? "";
        var at = trimmed.LastIndexOf('@');
        if (at <= 0 || at == trimmed.Length - 1)
            return Refuse("is not of the form name@domain", out reason);

        // Asked first: normalizing half a surrogate pair would throw.
        if (!HeaderRules.IsWellFormed(trimmed))
            return Refuse("holds a control or invisible character", out reason);

        var local = Unquote(trimmed[..at], rules).Normalize(NormalizationForm.FormC);
        if (LocalPartFault(local, rules) is { } fault)
            return Refuse(fault, out reason);
        if (!TryDomain(trimmed[(at + 1)..], out var domain))
            return Refuse("has a domain that is not a host name", out reason);

        var octets = Encoding.UTF8.GetByteCount(local) + (HasStrayDot(local) ? 2 : 0);
        if (octets > MaxLocalOctets)
            return Refuse($"has more than {MaxLocalOctets} octets before the @", out reason);
        if (octets + 1 + domain.Length > MaxTotalOctets)
            return Refuse($"has more than {MaxTotalOctets} octets", out reason);

        address = new EmailAddress(local, domain);
        reason = null;
        return true;
    }

    /// <summary>For addresses the program itself wrote, old ones included; a wrong one is a bug.</summary>
    /// <exception cref="FormatException">The text is no address.</exception>
    public static EmailAddress Parse(string text) =>
        TryParse(text, AddressRules.OldCarriers, out var address, out var reason)
        ? address
        : throw new FormatException($"'{text}' {reason}");

    public override string ToString() => Value;

    private static bool Refuse(string why, out string? reason)
    {
        reason = why;
        return false;
    }

    /// <summary>What stands in the quotes is held to the same rules as if it stood without them.</summary>
    private static string Unquote(string local, AddressRules rules) =>
        rules == AddressRules.OldCarriers && local is ['"', .., '"'] and { Length: > 2 } ? local[1..^1] : local;

    private static bool HasStrayDot(string local) =>
        local[0] == '.' || local[^1] == '.' || local.Contains("..", StringComparison.Ordinal);

    private static string? LocalPartFault(string local, AddressRules rules)
    {
        if (local.EnumerateRunes().Any(rune => rune.Value != ' ' && IsForbidden(rune)))
            return "holds a control or invisible character";
        if (local.AsSpan().ContainsAny(' ', '<', '>'))
            return "holds more than the bare address";
        if (rules == AddressRules.Standard && HasStrayDot(local))
            return "has a dot at the edge of its name or two in a row, as some old carriers gave out; "
                + "RFC 5321 forbids it";

        return local.All(c => c == '.' || c > 0x7F || char.IsAsciiLetterOrDigit(c) || HeaderRules.AtomMarks.Contains(c))
            ? null
            : "holds a character that needs quoting; quoted addresses are not accepted";
    }

    /// <summary>The replacement character is what is left of an address read in a wrong encoding.</summary>
    private static bool IsForbidden(Rune rune) => rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;

    private static bool TryDomain(string text, out string domain)
    {
        domain = "";
        if (text.EnumerateRunes().Any(IsForbidden))
            return false;

        try
        {
            domain = Idn.GetAscii(text).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return false;
        }

        // An address of digits alone would be an IP address without its brackets, and those are not accepted.
        var labels = domain.Split('.');
        return labels.All(IsLabel) && !labels[^1].All(char.IsAsciiDigit);
    }

    private static bool IsLabel(string label) => label is { Length: > 0 and <= 63 }
        && label[0] != '-' && label[^1] != '-' && label.All(c => c == '-' || char.IsAsciiLetterOrDigit(c));
}
