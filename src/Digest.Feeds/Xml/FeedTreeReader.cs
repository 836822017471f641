namespace Digest.Feeds.Xml;

/// <summary>
/// Reads the tags of a feed into its fields. It is in one of three places: around the entries, in an entry or a group
/// (the last of <see cref="_open"/>), or in a field whose content is kept as it stands (<see cref="_field"/>). Where a
/// field's end is missing, the start or the end of an entry ends it, or the next field, and if it may hold HTML it is
/// cut where the next field seems to start and reading goes on from there; how far that may go back is bounded.
/// </summary>
internal sealed partial class FeedTreeReader
{
    private const int MostRewinds = 2_000;

    private readonly string _text;
    private readonly XmlTokens _tokens;
    private readonly XmlBindings _bindings = new();
    private readonly FeedDiagnostics _faults;
    private readonly FeedOutline _outline;
    private readonly List<OpenGroup> _open = [];
    private OpenField? _field;
    private int _rewinds;
    private long _mayRewind;

    private FeedTreeReader(string text, FeedOutline outline, int start, FeedDiagnostics faults)
    {
        _text = text;
        _tokens = new XmlTokens(text) { At = start };
        _faults = faults;
        _outline = outline;
        _mayRewind = 4L * text.Length;
    }

    /// <summary>Reads all that follows the place where the root starts.</summary>
    public static void Read(string text, FeedOutline outline, int start, FeedDiagnostics faults)
    {
        var reader = new FeedTreeReader(text, outline, start, faults);
        do
        {
            while (!outline.IsFull && reader._tokens.Next())
                reader.Step();
        }
        while (!outline.IsFull && reader.CloseAtEnd());

        if (outline.IsFull && reader._tokens.Next())
            faults.Add(reader._tokens.Start, "too many entries; the rest was left out");
        reader.CloseLast();
    }

    private void Step()
    {
        if (_tokens.IsCutOff && _tokens.At < _text.Length && _tokens.Kind is XmlToken.Open or XmlToken.Close)
            _faults.Add(_tokens.Start, "a tag without an end");

        switch (_tokens.Kind)
        {
            case XmlToken.Open when _field is null:
                Open();
                break;
            case XmlToken.Open:
                OpenInside(_field);
                break;
            case XmlToken.Close when _field is null:
                Close();
                break;
            case XmlToken.Close:
                CloseInside(_field);
                break;
            default:
                Part();
                break;
        }
    }

    private void Part()
    {
        if (_tokens.Kind == XmlToken.Data)
            CutData();

        var field = _field is null ? _open.Count > 0 ? _open[^1].Field : null : _field.Field;
        field?.AddPart(_tokens.Kind, _tokens.From, Math.Min(_tokens.To, _tokens.At));
    }

    private void Open()
    {
        var local = LocalName(_tokens.Span, out var prefix);
        var known = FeedVocabulary.TryFind(local, out var found);
        if (known && found.Kind == FieldKind.Root && _open.Count == 0)
        {
            EnterRoot();
            return;
        }

        var attributes = Attributes(out var hasXml);
        if (hasXml)
            _bindings.Declare(attributes, _open.Count + 1);

        var space = known ? SpaceOf(prefix) : FeedSpace.Other;
        var kind = known ? FeedVocabulary.KindOf(space, found.Name, found.Kind) : FieldKind.Html;
        if (kind == FieldKind.Entry && space == FeedSpace.Core)
            CloseGroups(0, "the entry before this one is not closed");
        else
            LeaveGroupFor(space, found.Name);

        Enter(space, found.Name ?? "", kind, hasXml);
    }

    /// <summary>A field of the entry inside a group such as author: the group was not closed.</summary>
    private void LeaveGroupFor(FeedSpace space, string? name)
    {
        if (_open.Count > 0 && name is not null && space != FeedSpace.Other && _open[^1].CannotHold(space, name))
        {
            _faults.Add(_tokens.Start, $"<{_open[^1].Field.Name}> is not closed");
            CloseGroups(_open.Count - 1);
        }
    }

    private void Enter(FeedSpace space, string name, FieldKind kind, bool hasXml)
    {
        var isWanted = space is not (FeedSpace.Other or FeedSpace.Rdf);
        var scope = _open.Count > 0 ? _open[^1].Field.Scope : _outline.Scope;
        var field = !isWanted ? null : new XmlField(_text, space, name, hasXml ? scope.Enter(Attributes(out _)) : scope)
        {
            AttributesFrom = _tokens.To,
            AttributesTo = _tokens.AttributesTo,
            ContentFrom = _tokens.At,
            ContentTo = _tokens.At,
        };
        if (_tokens.IsEmpty)
            Keep(field);
        else if (field is not null && kind is FieldKind.Group or FieldKind.Entry && _open.Count < OpenGroup.Deepest)
            _open.Add(new OpenGroup(_text, _tokens.From, _tokens.To - _tokens.From, field));
        else
            _field = new OpenField(_text, _tokens.From, _tokens.To - _tokens.From, kind, field);

        if (_tokens.IsEmpty)
            _bindings.Leave(_open.Count + 1);
    }

    private void EnterRoot()
    {
        var attributes = Attributes(out var hasXml);
        if (hasXml)
        {
            _bindings.Declare(attributes, 0);
            _outline.Scope = _outline.Scope.Enter(attributes);
        }

        while (attributes.Next())
        {
            var value = attributes.Name is "version" or "xmlns" || attributes.LocalName is "about"
                || attributes.LocalName.Equals("href", StringComparison.OrdinalIgnoreCase)
                ? XmlReferences.Decode(attributes.Value).Trim()
                : "";
            if (attributes.Name is "version" && _outline.Version.Length == 0)
                _outline.Version = value;
            else if (attributes.Name is "xmlns" && _outline.Address.Length == 0)
                _outline.Address = value;
            else if (attributes.LocalName is "about")
                _outline.About ??= value;
            else if (value.Length > 0)
                _outline.Href ??= value;
        }
    }

    private void Close()
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (!_open[i].Is(_tokens.Span))
                continue;

            CloseGroups(i + 1, "an element in here is not closed");
            _open[i].Field.ContentTo = _tokens.Start;
            CloseGroups(i);
            return;
        }

        // The end of the feed's own elements tells nothing: entries may follow it, as in RSS 1.0.
        var local = LocalName(_tokens.Span, out _);
        if (!FeedVocabulary.TryFind(local, out var found) || found.Kind != FieldKind.Root)
            _faults.Add(_tokens.Start, "an end tag of nothing that is open");
        else if (_open.Count > 0)
            CloseGroups(0, "the entry before this one is not closed");
    }

    private void CloseGroups(int count, string? fault = null)
    {
        if (fault is not null && _open.Count > count)
            _faults.Add(_tokens.Start, fault);

        while (_open.Count > count)
        {
            var field = _open[^1].Field;
            if (field.ContentTo < _tokens.Start && field.ContentTo == field.ContentFrom)
                field.ContentTo = Math.Min(_tokens.Start, _text.Length);
            _open.RemoveAt(_open.Count - 1);
            _bindings.Leave(_open.Count + 1);
            Keep(field);
        }
    }

    /// <summary>
    /// The entry that the text ends in. What is kept of an entry is kept for good, so half of one is no gain: the next
    /// reading finds it whole. Where it is the only one, it is better than nothing.
    /// </summary>
    private void CloseLast()
    {
        if (_open.Count > 0)
            _faults.Add(_open[0].Start, "the document is cut off in this entry");

        if (_outline.Entries.Count == 0)
            CloseGroups(0);
    }

    private void Keep(XmlField? field)
    {
        if (field is null)
            return;
        if (_open.Count == 0)
            _outline.Add(field);
        else if (_open[^1].Field.Fields.Count < OpenGroup.MostFields)
            _open[^1].Field.Add(field);
    }

    private XmlAttributes Attributes(out bool hasXml)
    {
        var length = _tokens.AttributesTo - _tokens.To;
        hasXml = length > 3
            && _text.AsSpan(_tokens.To, length).Contains("xml", StringComparison.OrdinalIgnoreCase);
        return new XmlAttributes(_text, _tokens.To, _tokens.AttributesTo);
    }

    /// <summary>In an Atom feed Atom is the format; elsewhere it is a guest.</summary>
    private FeedSpace SpaceOf(ReadOnlySpan<char> prefix)
    {
        var space = _bindings.SpaceOf(prefix);
        return space == FeedSpace.Atom && _outline.IsAtom ? FeedSpace.Core : space;
    }

    private static ReadOnlySpan<char> LocalName(ReadOnlySpan<char> name, out ReadOnlySpan<char> prefix)
    {
        var colon = name.IndexOf(':');
        prefix = colon < 0 ? default : name[..colon];
        return name[(colon + 1)..];
    }
}
