namespace Digest.Feeds.Xml;

/// <summary>An entry, or a group of fields inside one, whose end has not come.</summary>
internal sealed class OpenGroup(string document, int tag, int tagLength, XmlField held)
{
    /// <summary>An entry, its media group, its content and one more; what lies deeper is not looked into.</summary>
    public const int Deepest = 5;

    /// <summary>No honest entry has more; what else a hostile one has is left out.</summary>
    public const int MostFields = 1_000;

    public XmlField Field => held;

    public int Start => tag - 1;

    public bool Is(ReadOnlySpan<char> name) =>
        document.AsSpan(tag, tagLength).Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>True for what stands beside the group, never in it.</summary>
    public bool CannotHold(FeedSpace space, string name) => held.Name switch
    {
        "item" or "entry" or "source" => false,
        "author" or "contributor" or "owner" => name is not ("name" or "email" or "uri" or "url" or "homepage"),
        "image" or "textinput" => name is "item" or "entry" or "pubdate" or "guid" or "language" or "lastbuilddate"
            or "category" or "author" or "comments" or "enclosure" or "ttl" or "generator" or "copyright",
        "skiphours" => name != "hour",
        "skipdays" => name != "day",
        _ => space != held.Space,
    };
}
