namespace Digest.Feeds.Xml;

/// <summary>What <see cref="XmlTokens"/> stands on.</summary>
internal enum XmlToken
{
    /// <summary>Comments, declarations and instructions: nothing of them is kept.</summary>
    Skipped,
    Text,
    Data,
    Open,
    Close,
}
