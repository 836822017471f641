using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Digest.Mail.Spf;

/// <summary>Reads single terms (RFC 7208 §12). Positions count from the term's beginning.</summary>
internal static class SpfSyntax
{
    /// <summary>Adds the term to where it belongs; what is wrong with it otherwise.</summary>
    public static SpfFault? Read(
        string term, List<SpfDirective> directives, Dictionary<string, SpfMacroText> modifiers)
    {
        var mark = term.AsSpan().IndexOfAny('=', ':', '/');
        if (mark > 0 && term[mark] == '=')
            return ReadModifier(term, mark, modifiers);

        var qualifier = VerdictOf(term[0]);
        var (mechanism, fault) = ReadMechanism(term, qualifier is null ? 0 : 1);
        if (mechanism is not null)
            directives.Add(new SpfDirective(qualifier ?? SpfVerdict.Pass, mechanism, term));
        return fault;
    }

    private static SpfFault? ReadModifier(string term, int equals, Dictionary<string, SpfMacroText> modifiers)
    {
        var name = term[..equals];
        if (!char.IsAsciiLetter(name[0]) || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
            return new SpfFault(0, $"'{name}' cannot be the name of a modifier");

        var isKnown = name.ToLowerInvariant() is "redirect" or "exp";
        if (!SpfMacroText.TryParse(term[(equals + 1)..], isKnown, out var value, out var fault))
            return fault with { Position = fault.Position + equals + 1 };

        return !modifiers.TryAdd(name, value) && isKnown ? new SpfFault(0, $"'{name}' stands there twice") : null;
    }

    private static (SpfMechanism? Mechanism, SpfFault? Fault) ReadMechanism(string term, int start)
    {
        var mark = term.AsSpan(start).IndexOfAny(':', '/') is >= 0 and var found ? start + found : term.Length;
        var rest = term[mark..];
        return term[start..mark].ToLowerInvariant() switch
        {
            "all" when rest.Length == 0 => (new SpfMechanism.All(), null),
            "all" => Wrong(mark, "'all' takes nothing after it"),
            "include" => Targeted(rest, mark, target => new SpfMechanism.Include(target)),
            "exists" => Targeted(rest, mark, target => new SpfMechanism.Exists(target)),
            "ptr" when rest.Length == 0 => (new SpfMechanism.Reverse(null), null),
            "ptr" => Targeted(rest, mark, target => new SpfMechanism.Reverse(target)),
            "a" => Hosts(rest, mark, (target, prefixes) => new SpfMechanism.Host(target, prefixes)),
            "mx" => Hosts(rest, mark, (target, prefixes) => new SpfMechanism.Exchangers(target, prefixes)),
            "ip4" => Network(rest, mark, AddressFamily.InterNetwork),
            "ip6" => Network(rest, mark, AddressFamily.InterNetworkV6),
            var name => Wrong(start, $"'{name}' is no mechanism of SPF"),
        };
    }

    private static (SpfMechanism?, SpfFault?) Targeted(
        string rest, int mark, Func<SpfMacroText, SpfMechanism> make)
    {
        if (rest.Length < 2 || rest[0] != ':')
            return Wrong(mark, "a domain is missing after a colon");

        return SpfMacroText.TryParse(rest[1..], isDomain: true, out var target, out var fault)
            ? (make(target), null)
            : (null, fault with { Position = fault.Position + mark + 1 });
    }

    /// <summary>A target and prefix lengths, each of which may be missing.</summary>
    private static (SpfMechanism?, SpfFault?) Hosts(
        string rest, int mark, Func<SpfMacroText?, SpfPrefixes, SpfMechanism> make)
    {
        var split = PrefixStart(rest);
        if (!TryPrefixes(rest[split..], out var prefixes))
            return Wrong(mark + split, "the prefix length is not /0 to /32 or //0 to //128");
        if (split == 0)
            return (make(null, prefixes), null);

        return Targeted(rest[..split], mark, target => make(target, prefixes));
    }

    /// <summary>Slashes and digits at the end; a slash may also stand inside a domain.</summary>
    private static int PrefixStart(string rest)
    {
        var start = rest.Length;
        while (start > 0 && (char.IsAsciiDigit(rest[start - 1]) || rest[start - 1] == '/'))
            start--;
        var slash = rest.IndexOf('/', start);
        return slash < 0 ? rest.Length : slash;
    }

    private static bool TryPrefixes(string text, out SpfPrefixes prefixes)
    {
        prefixes = SpfPrefixes.Whole;
        var six = text.IndexOf("//", StringComparison.Ordinal);
        var four = six < 0 ? text : text[..six];
        if (four.Length > 0)
        {
            if (!TryPrefix(four[1..], 32, out var bits))
                return false;

            prefixes = prefixes with { Four = bits };
        }

        if (six >= 0)
        {
            if (!TryPrefix(text[(six + 2)..], 128, out var bits))
                return false;

            prefixes = prefixes with { Six = bits };
        }

        return true;
    }

    private static bool TryPrefix(string digits, int most, out int prefix) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out prefix)
        && prefix <= most && (digits.Length == 1 || digits[0] != '0');

    private static (SpfMechanism?, SpfFault?) Network(string rest, int mark, AddressFamily family)
    {
        if (rest.Length < 2 || rest[0] != ':')
            return Wrong(mark, "an address is missing after a colon");

        var most = family == AddressFamily.InterNetwork ? 32 : 128;
        var (text, prefix) = (rest[1..], most);
        if (text.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash)
        {
            if (!TryPrefix(text[(slash + 1)..], most, out prefix))
                return Wrong(mark + 1 + slash, $"the prefix length is not /0 to /{most}");

            text = text[..slash];
        }

        return IPAddress.TryParse(text, out var address) && address.AddressFamily == family && IsPlain(text, address)
            ? (new SpfMechanism.Network(address, prefix), null)
            : Wrong(mark + 1, $"'{text}' is no address of that kind");
    }

    /// <summary>The platform also reads 127.1, 0x7f.0.0.1, brackets and scopes; SPF does not.</summary>
    private static bool IsPlain(string text, IPAddress address) => address.AddressFamily == AddressFamily.InterNetwork
        ? address.ToString() == text
        : text.All(c => char.IsAsciiHexDigit(c) || c is ':' or '.');

    private static SpfVerdict? VerdictOf(char qualifier) => qualifier switch
    {
        '+' => SpfVerdict.Pass,
        '-' => SpfVerdict.Fail,
        '~' => SpfVerdict.SoftFail,
        '?' => SpfVerdict.Neutral,
        _ => null,
    };

    private static (SpfMechanism?, SpfFault?) Wrong(int position, string message) =>
        (null, new SpfFault(position, message));
}
