using System.Globalization;

namespace Digest.Feeds;

/// <summary>
/// Collects warnings, but no more than somebody would read: a hostile feed could hold millions of faults.
/// </summary>
internal sealed class FeedWarnings
{
    private const int Most = 20;
    private readonly List<string> _warnings = [];
    private int _more;

    /// <summary>True if what is added from now on is only counted.</summary>
    public bool IsFull => _warnings.Count >= Most;

    public void Add(string warning)
    {
        if (_warnings.Count < Most)
            _warnings.Add(warning);
        else
            _more++;
    }

    public IReadOnlyList<string> ToList() => _more == 0
        ? _warnings
        : [.. _warnings, string.Create(CultureInfo.InvariantCulture, $"… and {_more} more of that kind")];
}
