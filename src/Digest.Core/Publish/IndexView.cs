using Digest.Templating;

namespace Digest.Publish;

/// <summary>What the template <c>index.html</c> is given.</summary>
public sealed record IndexView
{
    public required Chrome Chrome { get; init; }
    public required string Language { get; init; }

    /// <summary><c>ltr</c> or <c>rtl</c>.</summary>
    public required string Direction { get; init; }

    public required Typeface Typeface { get; init; }
    public required string Newsletter { get; init; }
    public required string Description { get; init; }
    public required string HomeUrl { get; init; }
    public required IReadOnlyList<FeedLink> Feeds { get; init; }
    public required string FeedsHold { get; init; }
    public required string SenderName { get; init; }

    /// <summary>Empty if the newsletter has none.</summary>
    public required string PostalAddress { get; init; }

    public required CleanHtml Style { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<YearView> Years { get; init; }
}

/// <summary>The issues of a year, by the last day they cover, newest first.</summary>
public sealed record YearView(string Year, IReadOnlyList<IssueLinkView> Issues);

/// <summary>One issue in the index.</summary>
public sealed record IssueLinkView
{
    public required string Url { get; init; }
    public required string Title { get; init; }
    public required string Days { get; init; }
    public required string Summary { get; init; }

    /// <summary>A BCP 47 tag if it is not the newsletter's language, else empty.</summary>
    public required string Language { get; init; }

    /// <summary>If it is not the newsletter's, else empty.</summary>
    public required string Direction { get; init; }

    public required Typeface Typeface { get; init; }
}
