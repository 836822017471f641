namespace Digest.Templating;

/// <summary>The writing that decides fonts and chrome: one code point has other strokes in each of them.</summary>
public enum WritingSystem
{
    /// <summary>Anything that is not below; the chrome is English.</summary>
    Latin,

    /// <summary>Simplified Chinese.</summary>
    Hans,

    /// <summary>Traditional Chinese.</summary>
    Hant,

    Japanese,
}
