using System.Collections.Frozen;

namespace Digest.Markup;

/// <summary>
/// What HTML may hold after cleaning. Everything not named here is unwrapped: its text stays, it goes.
/// </summary>
internal static class HtmlRules
{
    /// <summary>Kept, with the attributes of <see cref="AttributesOf"/>.</summary>
    public static FrozenSet<string> Kept { get; } = Set(
        "p br hr h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre div table caption thead tbody tfoot tr th td "
        + "figure figcaption a img b strong i em u s del ins sub sup small mark code kbd samp var abbr cite q "
        + "ruby rt rp");

    /// <summary>Kept as <c>div</c>, or the words before and after would run together.</summary>
    public static FrozenSet<string> Blocks { get; } = Set(
        "article section main header footer nav aside address details summary center hgroup dir menu fieldset "
        + "legend body html dialog search");

    /// <summary>Dropped with all they hold: code, foreign markup that parsers disagree about, and controls.</summary>
    public static FrozenSet<string> Dropped { get; } = Set(
        "script style template noscript noembed noframes svg math iframe frame frameset object embed applet param "
        + "portal form input button select option optgroup textarea datalist output meter progress keygen isindex "
        + "head title base link meta audio video source track picture canvas map area xmp plaintext "
        + "listing bgsound selectedcontent");

    /// <summary>Written without an end tag.</summary>
    public static FrozenSet<string> Void { get; } = Set("br hr img");

    /// <summary>Attributes whose value is a small number.</summary>
    public static FrozenSet<string> Numbers { get; } = Set("width height colspan rowspan start");

    private static readonly FrozenDictionary<string, string[]> Attributes = new Dictionary<string, string[]>
    {
        ["a"] = ["href", "title"],
        ["img"] = ["src", "alt", "title", "width", "height"],
        ["td"] = ["colspan", "rowspan"],
        ["th"] = ["scope", "colspan", "rowspan"],
        ["ol"] = ["start"],
        ["abbr"] = ["title"],
    }.ToFrozenDictionary();

    /// <summary>In the order in which they are written; <c>lang</c> and <c>dir</c> are allowed on all.</summary>
    public static string[] AttributesOf(string element) => Attributes.GetValueOrDefault(element) ?? [];

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet();
}
