namespace Digest.Gather.Web;

/// <summary>What asking a web address came to.</summary>
internal abstract record WebAnswer
{
    private WebAnswer() { }

    /// <param name="Bytes">The body, decompressed.</param>
    /// <param name="Location">The address that answered, after redirects.</param>
    public sealed record Found(ReadOnlyMemory<byte> Bytes, Uri Location) : WebAnswer
    {
        public string? ContentType { get; init; }

        /// <summary>Verbatim, quotes and weakness mark included.</summary>
        public string? ETag { get; init; }

        /// <summary>Verbatim.</summary>
        public string? LastModified { get; init; }

        /// <summary>All headers, by name in any case; several of one name are joined by a comma and a space.</summary>
        public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

        /// <summary>True if the address moved for good: every redirect on the way said so.</summary>
        public bool Moved { get; init; }
    }

    public sealed record NotModified : WebAnswer
    {
        /// <inheritdoc cref="Found.Headers"/>
        public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

        /// <summary>The address that answered, if every redirect on the way was for good; null without any.</summary>
        public Uri? MovedTo { get; init; }
    }

    /// <param name="Reason">One line without the address.</param>
    /// <param name="MayPass">True for outages that a second try may not meet.</param>
    public sealed record Failed(string Reason, bool MayPass) : WebAnswer
    {
        /// <summary>The HTTP status; null if there was no answer.</summary>
        public int? Status { get; init; }

        /// <summary>All headers, as in <see cref="Found.Headers"/>; empty if there was no answer.</summary>
        public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

        /// <summary>The first kilobytes of the answer: services explain themselves there. Untrusted.</summary>
        public ReadOnlyMemory<byte> Body { get; init; }
    }
}
