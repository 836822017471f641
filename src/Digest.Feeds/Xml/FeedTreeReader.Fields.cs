namespace Digest.Feeds.Xml;

/// <summary>The inside of a field: where it ends, and where it ought to have ended.</summary>
internal sealed partial class FeedTreeReader
{
    private const int MostDataRepairs = 100;
    private const int DataRepairReach = 1 << 20;

    private int _dataRepairs;

    private void OpenInside(OpenField field)
    {
        var local = LocalName(_tokens.Span, out var prefix);
        var known = FeedVocabulary.TryFind(local, out var found);
        var space = known ? SpaceOf(prefix) : FeedSpace.Other;
        if (known && found.Kind == FieldKind.Entry && space == FeedSpace.Core)
        {
            EndUnclosed(field);
            return;
        }

        var isField = space is not (FeedSpace.Other or FeedSpace.Xhtml) && found.Kind != FieldKind.Root;
        if (isField && field.Kind == FieldKind.Text)
        {
            EndUnclosed(field);
            return;
        }

        if (isField && field.Doubt < 0)
            field.Doubt = _tokens.Start;

        field.Field?.AddTag();
        if (_tokens.IsEmpty)
            return;
        if (field.Is(_tokens.Span))
            field.Namesakes++;
        else if (!FeedVocabulary.IsVoid(local))
            field.Inner++;
    }

    private void CloseInside(OpenField field)
    {
        if (field.Is(_tokens.Span) && field.Namesakes-- == 0)
        {
            End(field, _tokens.Start);
            return;
        }

        if (field.Is(_tokens.Span))
            return;

        if (ClosesSomethingAround())
            EndUnclosed(field);
        else if (field.Inner > 0)
            field.Inner--;
        else if (IsMisspelt(field))
        {
            _faults.Add(_tokens.Start, $"<{Short(field.Tag)}> is closed by </{Short(_tokens.Span)}>");
            End(field, _tokens.Start);
        }
    }

    /// <summary>An end tag that belongs to nothing and is no HTML was meant for the field.</summary>
    private bool IsMisspelt(OpenField field)
    {
        var local = LocalName(_tokens.Span, out _);
        return field.Kind == FieldKind.Text
            ? !FeedVocabulary.IsHtml(local)
            : FeedVocabulary.TryFind(local, out var found) && !FeedVocabulary.IsHtml(found.Name);
    }

    private bool ClosesSomethingAround()
    {
        foreach (var group in _open)
        {
            if (group.Is(_tokens.Span))
                return true;
        }

        return FeedVocabulary.TryFind(LocalName(_tokens.Span, out _), out var found) && found.Kind == FieldKind.Root;
    }

    private void End(OpenField field, int contentTo)
    {
        if (field.Field is not null)
            field.Field.ContentTo = contentTo;

        _field = null;
        _bindings.Leave(_open.Count + 1);
        Keep(field.Field);
    }

    /// <summary>Ends a field at the tag that shows that its own is missing; that tag is then read again.</summary>
    private void EndUnclosed(OpenField field)
    {
        _faults.Add(field.Start, $"<{Short(field.Tag)}> is not closed");
        var place = field.Doubt >= 0 && MayRewind(_tokens.Start - field.Doubt) ? field.Doubt : _tokens.Start;
        if (place != _tokens.Start)
            field.Field?.CutAt(place);

        _tokens.At = place;
        End(field, place);
    }

    /// <summary>The end of the text; true if it showed a field without an end, so that there is more to read.</summary>
    private bool CloseAtEnd()
    {
        if (_field is not { } field)
            return false;

        if (_open.Count > 0 && _outline.Entries.Count > 0)
            return false;

        _faults.Add(field.Start, $"<{Short(field.Tag)}> is not closed");
        if (field.Doubt < 0 || !MayRewind(_text.Length - field.Doubt))
        {
            End(field, _text.Length);
            return false;
        }

        field.Field?.CutAt(field.Doubt);
        _tokens.At = field.Doubt;
        End(field, field.Doubt);
        return true;
    }

    private bool MayRewind(int length)
    {
        if (_rewinds >= MostRewinds || length > _mayRewind)
            return false;

        _rewinds++;
        _mayRewind -= length;
        return true;
    }

    /// <summary>
    /// A CDATA section that swallows the end of its field and another section has lost its own end; one that is never
    /// closed too. It ends with the field, or, where that does not end either, its mark is passed over.
    /// </summary>
    private void CutData()
    {
        if (_field is not { } field || _dataRepairs >= MostDataRepairs)
        {
            if (_tokens.IsCutOff)
                _tokens.At = Math.Min(_tokens.From, _text.Length);
            return;
        }

        var data = _tokens.Span;
        var next = _tokens.IsCutOff ? data.Length : data.IndexOf("<![CDATA[");
        if (next < 0)
            return;

        _dataRepairs++;
        var reach = data[..Math.Min(next, DataRepairReach)];
        var close = reach.IndexOf($"</{field.Tag}", StringComparison.OrdinalIgnoreCase);
        if (close < 0 && !_tokens.IsCutOff)
            return;

        _faults.Add(_tokens.Start, "a CDATA section without an end");
        _tokens.At = _tokens.From + Math.Max(close, 0);
    }

    private static string Short(ReadOnlySpan<char> name) => name.Length <= 40 ? name.ToString() : $"{name[..40]}…";
}
