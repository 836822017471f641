namespace Digest.Mail.Mime.Reading;

/// <summary>What may still be opened in one message, however many texts it is taken from.</summary>
internal sealed class MimeBudget(MimeLimits limits)
{
    // Each level of recursion takes stack, whatever the caller's limits say.
    private const int MostDepth = 200;

    // RFC 2046 §5.2.1 forbids to encode an attached message. Some do it; each such level is a copy.
    private int _copies = 4;
    private int _parts = limits.Parts;

    public MimeLimits Limits { get; } = limits;

    public int Depth { get; } = Math.Min(limits.Depth, MostDepth);

    public bool TakePart() => _parts-- > 0;

    public bool TakeCopy() => _copies-- > 0;
}
