using System.Diagnostics.CodeAnalysis;

namespace Digest.Mail.Spf;

/// <summary>A record of RFC 7208 §4.5, read strictly: one wrong term makes all of it wrong (§4.6).</summary>
public sealed record SpfRecord
{
    private const string Version = "v=spf1";

    public required IReadOnlyList<SpfDirective> Directives { get; init; }

    /// <summary>Whose record holds where no directive matches.</summary>
    public SpfMacroText? Redirect { get; init; }

    /// <summary>Whether a TXT record is an SPF record at all (§4.5).</summary>
    public static bool IsOne(string text) => text.StartsWith(Version, StringComparison.OrdinalIgnoreCase)
        && (text.Length == Version.Length || text[Version.Length] == ' ');

    /// <summary>Reads a record of which <see cref="IsOne"/> is true.</summary>
    public static bool TryParse(
        string text, [NotNullWhen(true)] out SpfRecord? record, [NotNullWhen(false)] out SpfFault? fault)
    {
        record = null;
        var directives = new List<SpfDirective>();
        var modifiers = new Dictionary<string, SpfMacroText>(StringComparer.OrdinalIgnoreCase);
        for (var start = Version.Length; start < text.Length;)
        {
            if (text[start] == ' ')
            {
                start++;
                continue;
            }

            var end = text.IndexOf(' ', start) is >= 0 and var space ? space : text.Length;
            var term = text[start..end];
            if (SpfSyntax.Read(term, directives, modifiers) is { } wrong)
            {
                fault = wrong with { Position = wrong.Position + start };
                return false;
            }

            start = end;
        }

        fault = null;
        record = new SpfRecord { Directives = directives, Redirect = modifiers.GetValueOrDefault("redirect") };
        return true;
    }
}
