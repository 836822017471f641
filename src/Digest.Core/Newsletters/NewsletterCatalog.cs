using Digest.Model;

namespace Digest.Newsletters;

/// <summary>Every newsletter below the digests folder, read and checked together.</summary>
public sealed class NewsletterCatalog
{
    /// <summary>Reads all of them.</summary>
    /// <exception cref="SettingsException">One or more files are wrong; it holds every error.</exception>
    public IReadOnlyList<Newsletter> Load() => throw new NotImplementedException();

    /// <summary>One newsletter by slug.</summary>
    /// <exception cref="DigestException">There is none; the message lists those there are.</exception>
    public Newsletter Get(string slug) => throw new NotImplementedException();
}
