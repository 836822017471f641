namespace Digest.Mail.Mime;

/// <summary>What a writer may do to a value.</summary>
internal enum HeaderKind
{
    /// <summary>Fold at spaces and encode.</summary>
    Unstructured,

    /// <summary>Fold at spaces.</summary>
    Structured,

    /// <summary>Nothing.</summary>
    Unfoldable,
}
