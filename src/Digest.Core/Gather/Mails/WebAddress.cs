using System.Text.RegularExpressions;

namespace Digest.Gather.Mails;

/// <summary>Web addresses in plain text.</summary>
internal static partial class WebAddress
{
    private const string Mark = @"[!#-'*-;=?-Z_a-z~]";
    private const string InBrackets = @"\(" + Mark + @"{0,200}\)";

    /// <summary>
    /// ASCII alone: Chinese text may follow without a space. It never ends with what closes a sentence, and holds
    /// brackets only in pairs.
    /// </summary>
    [GeneratedRegex(
        "https?://[A-Za-z0-9](?:(?:" + Mark + "|" + InBrackets + "){0,2000}(?:[A-Za-z0-9/#=&_~+$%-]|" + InBrackets
        + "))?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex Pattern();
}
