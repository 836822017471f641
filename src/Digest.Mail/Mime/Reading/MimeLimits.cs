namespace Digest.Mail.Mime.Reading;

/// <summary>
/// How much of a message is looked into. What lies beyond a limit is left unread and named in
/// <see cref="MimeEntity.Defects"/>; it is never an error.
/// </summary>
public sealed record MimeLimits
{
    /// <summary>How deep parts and attached messages may nest; a deeper one is a leaf. At most 200 count.</summary>
    public int Depth { get; init; } = 32;

    /// <summary>Parts in the whole message, attached messages and their parts included.</summary>
    public int Parts { get; init; } = 2000;

    /// <summary>Octets of one header that are kept, line ends included.</summary>
    public int HeaderOctets { get; init; } = 512 * 1024;

    /// <summary>Fields of one header that are kept.</summary>
    public int HeaderFields { get; init; } = 1000;

    /// <summary>Parameters of one field that are kept.</summary>
    public int Parameters { get; init; } = 64;

    internal static MimeLimits Default { get; } = new();
}
