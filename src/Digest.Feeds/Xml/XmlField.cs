namespace Digest.Feeds.Xml;

/// <summary>
/// An element of a feed: where it stands in the text, and the fields inside it. What it says is made when asked for,
/// so that what nobody asks for costs nothing.
/// </summary>
internal sealed class XmlField(string document, FeedSpace space, string name, XmlScope scope)
{
    private static readonly List<XmlField> None = [];

    private XmlToken _part;
    private int _partFrom;
    private int _partTo;
    private bool _isMixed;
    private List<XmlField> _fields = None;

    public FeedSpace Space => space;

    /// <summary>Without prefix, in lower case.</summary>
    public string Name => name;

    public XmlScope Scope => scope;

    public IReadOnlyList<XmlField> Fields => _fields;

    /// <summary>Where its attributes stand.</summary>
    public int AttributesFrom { get; init; }

    public int AttributesTo { get; init; }

    /// <summary>Where its content starts and ends, as written.</summary>
    public int ContentFrom { get; init; }

    public int ContentTo { get; set; }

    /// <summary>True if it holds tags.</summary>
    public bool HasTags { get; private set; }

    /// <summary>The text in it with its references decoded and tags left out, trimmed.</summary>
    public string Text => _isMixed || HasTags
        ? MixedText.Of(document, ContentFrom, ContentTo).Trim()
        : _part switch
        {
            XmlToken.Text => XmlReferences.Decode(document.AsSpan(_partFrom, _partTo - _partFrom).Trim()).Trim(),
            XmlToken.Data => document.AsSpan(_partFrom, _partTo - _partFrom).Trim().ToString(),
            _ => "",
        };

    /// <summary>Its content as HTML: escaped markup and tags alike.</summary>
    public string Html => HasTags ? MixedHtml.Of(document, ContentFrom, ContentTo, isXhtml: false, scope) : Text;

    /// <summary>Its content as HTML, its text being text only: XHTML, as Atom has it.</summary>
    public string XhtmlAsHtml =>
        HasTags ? MixedHtml.Of(document, ContentFrom, ContentTo, isXhtml: true, scope) : HtmlText.Escape(Text);

    /// <summary>Takes a piece of text or data that stands directly in it.</summary>
    public void AddPart(XmlToken kind, int from, int to)
    {
        if (document.AsSpan(from, to - from).IsWhiteSpace())
            return;

        _isMixed = _part != XmlToken.Skipped;
        (_part, _partFrom, _partTo) = (kind, from, to);
    }

    public void AddTag() => HasTags = true;

    public void Add(XmlField field)
    {
        if (ReferenceEquals(_fields, None))
            _fields = [];

        _fields.Add(field);
    }

    /// <summary>Cuts off what was taken for its content and is not.</summary>
    public void CutAt(int place)
    {
        ContentTo = place;
        (_part, _isMixed, HasTags) = (XmlToken.Skipped, false, false);
        var tokens = new XmlTokens(document, ContentFrom, place);
        while (tokens.Next())
        {
            if (tokens.Kind is XmlToken.Text or XmlToken.Data)
                AddPart(tokens.Kind, tokens.From, tokens.To);
            else
                AddTag();
        }
    }

    /// <summary>An attribute by its name without prefix, decoded and trimmed; null if there is none.</summary>
    public string? Attribute(string attribute)
    {
        var attributes = new XmlAttributes(document, AttributesFrom, AttributesTo);
        while (attributes.Next())
        {
            if (attributes.LocalName.Equals(attribute, StringComparison.OrdinalIgnoreCase)
                && !attributes.Name.StartsWith("xmlns:"))
                return XmlReferences.Decode(attributes.Value).Trim();
        }

        return null;
    }

    /// <summary>The first field of that name; null if there is none.</summary>
    public XmlField? First(FeedSpace inside, string wanted) => FieldList.First(_fields, inside, wanted);
}
