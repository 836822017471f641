namespace Digest.Mail.Plans;

/// <summary>
/// How the value of a slot gets into HTML. Into the text part and into header fields it goes as it is.
/// </summary>
public enum SlotEncoding
{
    /// <summary>Escaped, as text or as the value of a quoted attribute: names, addresses, links.</summary>
    Text,

    /// <summary>As it is: HTML that the program wrote itself.</summary>
    Markup,
}
