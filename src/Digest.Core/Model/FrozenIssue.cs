namespace Digest.Model;

/// <summary>
/// An approved issue, rendered once. Letters, pages and feeds are made of this and never of the draft again.
/// <see cref="Html"/> and <see cref="Text"/> hold the slots of <see cref="LetterSlots"/>.
/// </summary>
public sealed record FrozenIssue
{
    public required Issue Issue { get; init; }

    /// <summary>A BCP 47 tag.</summary>
    public required string Language { get; init; }

    public required string Subject { get; init; }

    /// <summary>35 to 90 characters shown after the subject in an inbox; never in the text part.</summary>
    public required string Preheader { get; init; }

    /// <summary>The HTML part of the letter, CSS inlined.</summary>
    public required string Html { get; init; }

    /// <summary>The text part of the letter, LF line ends.</summary>
    public required string Text { get; init; }

    /// <summary>The web page, complete.</summary>
    public required string Page { get; init; }

    /// <summary>Plain text for feeds and the index, at most 300 characters.</summary>
    public required string Summary { get; init; }

    /// <summary>The issue's body as cleaned HTML for feeds: no head, no chrome.</summary>
    public required string BodyHtml { get; init; }

    public required IReadOnlyList<FrozenStory> Stories { get; init; }

    /// <summary>The item ids of the draft's trace comments that are in the issue.</summary>
    public IReadOnlyList<string> ItemIds { get; init; } = [];
}

/// <summary>One item of a frozen issue, for the per-story feeds.</summary>
public sealed record FrozenStory
{
    /// <summary>A tag: URI, stored with the issue.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the story's element in the page.</summary>
    public required string Anchor { get; init; }

    /// <summary>Plain text on one line.</summary>
    public required string Title { get; init; }

    /// <summary>Section titles from the outside in.</summary>
    public required IReadOnlyList<string> Section { get; init; }

    /// <summary>The story's first link; null if it has none.</summary>
    public string? Url { get; init; }

    /// <summary>Cleaned HTML.</summary>
    public required string Html { get; init; }

    public required string Language { get; init; }
}
