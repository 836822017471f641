using Digest.Templating;

namespace Digest.Render;

/// <summary>
/// What the templates <c>issue.html</c>, <c>issue.txt</c>, <c>page.html</c> and <c>body.html</c> are given: text, and
/// nothing alive.
/// </summary>
public sealed record IssueView
{
    public required Chrome Chrome { get; init; }
    public required string Language { get; init; }

    /// <summary><c>ltr</c> or <c>rtl</c>.</summary>
    public required string Direction { get; init; }

    public required Typeface Typeface { get; init; }
    public required TitleView Title { get; init; }
    public required string Newsletter { get; init; }

    /// <summary>The days, as the language writes them.</summary>
    public required string Days { get; init; }

    public required string Count { get; init; }
    /// <summary>The line an inbox shows after the subject.</summary>
    public required PreheaderView Preheader { get; init; }

    public required string Summary { get; init; }

    /// <summary>RFC 3339.</summary>
    public required string Published { get; init; }

    public required string Why { get; init; }

    /// <summary>
    /// The line before the foot of the text (RFC 3676 §4.3). It ends in a space that editors like to trim, so it does
    /// not stand in the template; the text on the web ends before it.
    /// </summary>
    public string Signature { get; init; } = "-- ";

    public required SenderView Sender { get; init; }
    public required LinksView Links { get; init; }
    public required IReadOnlyList<FeedLink> Feeds { get; init; }

    /// <summary>The style sheet of the page; nothing in a letter.</summary>
    public required CleanHtml Style { get; init; }

    public required IReadOnlyList<ItemView> Intro { get; init; }

    /// <summary>As <see cref="SectionView.TextLinks"/>, for the intro.</summary>
    public required string IntroTextLinks { get; init; }

    public required IReadOnlyList<SectionView> Sections { get; init; }
}

/// <summary>The issue's title.</summary>
/// <param name="Whole">All of it.</param>
/// <param name="Lead">The newsletter's part, if the title begins with it, else empty.</param>
/// <param name="Rest">What follows: number and range.</param>
/// <param name="Line">Underlines the whole in the text.</param>
public sealed record TitleView(string Whole, string Lead, string Rest, string Line);

/// <param name="Text">35 to 90 characters.</param>
/// <param name="Filler">Invisible, so that the inbox does not go on with what the letter says next.</param>
public sealed record PreheaderView(string Text, string Filler);

/// <param name="Name">A name, never empty.</param>
/// <param name="Address">Where the letter comes from.</param>
/// <param name="PostalAddress">Empty if the newsletter has none.</param>
public sealed record SenderView(string Name, string Address, string PostalAddress);

/// <param name="Page">The issue's page.</param>
/// <param name="Text">The issue's text on the web.</param>
/// <param name="Home">All issues.</param>
/// <param name="Unsubscribe">A slot that each letter fills.</param>
public sealed record LinksView(string Page, string Text, string Home, string Unsubscribe);

/// <summary>A heading with the items right below it.</summary>
public sealed record SectionView
{
    /// <summary>Empty for items that stand under no heading.</summary>
    public required string Title { get; init; }

    public required string Anchor { get; init; }

    /// <summary>True for a section of the issue, false for a section of a section.</summary>
    public required bool IsTop { get; init; }

    /// <summary>2 or 3: the title is the only heading of level 1.</summary>
    public required int Level { get; init; }

    /// <summary>Items here and in the sections below.</summary>
    public required int Count { get; init; }

    public required IReadOnlyList<ItemView> Items { get; init; }

    /// <summary>The heading and its underline, for the text.</summary>
    public required string TextHeading { get; init; }

    /// <summary><c>[1] https://…</c>, a line each: the addresses first met since the last such list.</summary>
    public required string TextLinks { get; init; }
}

/// <summary>One item.</summary>
public sealed record ItemView
{
    public required string Anchor { get; init; }

    /// <summary>A BCP 47 tag if it is not the issue's language, else empty.</summary>
    public required string Language { get; init; }

    /// <summary>If it is not the issue's, else empty.</summary>
    public required string Direction { get; init; }

    public required Typeface Typeface { get; init; }
    public required CleanHtml Html { get; init; }

    /// <summary>The item in the text: marked, indented, LF line ends.</summary>
    public required string Text { get; init; }

    /// <summary>False for the first item below a heading: only the others are parted by a line.</summary>
    public required bool IsLater { get; init; }
}
