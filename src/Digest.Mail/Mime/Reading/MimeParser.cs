namespace Digest.Mail.Mime.Reading;

/// <summary>
/// Reads the structure of one text in one pass. The position only goes forward, but for a multipart whose boundary
/// never occurs: its extent is read once more with the boundary that its lines show.
/// </summary>
internal sealed class MimeParser
{
    private readonly ReadOnlyMemory<byte> _text;
    private readonly MimeBudget _budget;
    private readonly BoundaryStack _boundaries = new();
    private readonly HeaderReader _headers;
    private int _at;

    public MimeParser(ReadOnlyMemory<byte> text, MimeBudget budget)
    {
        _text = text;
        _budget = budget;
        _headers = new HeaderReader(text, budget.Limits, _boundaries);
    }

    /// <summary>Reads a message; blank lines before its header are passed over.</summary>
    public MimeEntity ReadMessage(int depth)
    {
        _at = _headers.SkipBlankLines(_at);
        return ReadEntity(depth, ContentType.Plain);
    }

    /// <summary>Reads a part; afterwards the position is at the delimiter that ends it, or at the end.</summary>
    private MimeEntity ReadEntity(int depth, ContentType usual)
    {
        _headers.At = _at;
        var headers = _headers.Read(out var defects);
        var start = _at = _headers.At;
        var entity = new MimeEntity(headers, ContentType.Read(headers, usual, _budget.Limits), defects);
        if (!entity.ContentType.IsContainer)
            Skip();
        else if (depth >= _budget.Depth)
            SkipWith(entity, Defect.TooDeep);
        else if (entity.ContentType.IsMultipart)
            ReadMultipart(entity, depth);
        else
            ReadAttached(entity, depth);

        entity.RawBody = _text[start..Math.Max(start, EndOfPart(start))];
        return entity;
    }

    private int EndOfPart(int start) =>
        _at == _text.Length ? _at : Lines.BeforeEnd(_text.Span, start, _at);

    private void Skip() => _at = _boundaries.Find(_text.Span, _at).Start;

    private void SkipWith(MimeEntity entity, string defect)
    {
        entity.Add(defect);
        Skip();
    }

    private void ReadMultipart(MimeEntity entity, int depth)
    {
        var start = _at;
        var boundary = entity.ContentType.BoundaryOctets;
        if (boundary is not null && ReadParts(entity, boundary, depth))
            return;

        if (boundary is null)
            Skip();
        var shown = BoundaryGuess.Find(_text.Span[start.._at]);
        if (shown is null)
        {
            entity.Add(Defect.NoParts);
            return;
        }

        entity.Add(boundary is null ? Defect.NoBoundary : Defect.OtherBoundary);
        _at = start;
        ReadParts(entity, shown, depth);
    }

    /// <summary>False if there is none; then the position is where the multipart ends.</summary>
    private bool ReadParts(MimeEntity entity, byte[] boundary, int depth)
    {
        var usual = entity.ContentType.MediaType == "multipart/digest" ? ContentType.Message : ContentType.Plain;
        var level = _boundaries.Count;
        var parts = new List<MimeEntity>();
        _boundaries.Push(boundary);
        var delimiter = _boundaries.Find(_text.Span, _at);
        var isFound = delimiter.Level == level;
        while (delimiter.Level == level && !delimiter.IsClose)
        {
            _at = delimiter.Next;
            if (_budget.TakePart())
                parts.Add(ReadEntity(depth + 1, usual));
            else
                SkipWith(entity, Defect.TooMany);
            delimiter = _boundaries.Find(_text.Span, _at);
        }

        _boundaries.Pop();
        _at = delimiter.Start;
        entity.Parts = parts;
        if (delimiter.Level == level)
            SkipEpilogue(delimiter);
        else if (isFound)
            entity.Add(Defect.NotClosed);
        return isFound;
    }

    private void SkipEpilogue(Delimiter close)
    {
        _at = close.Next;
        Skip();
    }

    private void ReadAttached(MimeEntity entity, int depth)
    {
        var start = _at;
        if (!_budget.TakePart())
        {
            SkipWith(entity, Defect.TooMany);
            return;
        }

        if (entity.Encoding == TransferEncoding.AsItIs)
        {
            entity.Message = ReadMessage(depth + 1);
            return;
        }

        Skip();
        entity.RawBody = _text[start..EndOfPart(start)];
        ReadEncoded(entity, depth);
    }

    private void ReadEncoded(MimeEntity entity, int depth)
    {
        if (!_budget.TakeCopy())
        {
            entity.Add(Defect.TooDeep);
            return;
        }

        // Said to be base64 and with a colon in its first line, it is a header as it stands.
        var raw = entity.RawBody;
        var first = raw.Span[..Lines.EndOf(raw.Span, 0)];
        var isPlain = entity.Encoding == TransferEncoding.Base64 && first.Contains((byte)':');
        entity.Add(Defect.EncodedMessage);
        entity.Message = new MimeParser(isPlain ? raw : entity.DecodeBody(), _budget).ReadMessage(depth + 1);
    }
}
