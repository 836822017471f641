namespace Digest.Markup;

/// <summary>The numbered links of a plain text. One address has one number.</summary>
public sealed class LinkList
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _addresses = [];

    /// <summary>In the order of their numbers, which begin at 1.</summary>
    public IReadOnlyList<string> Addresses => _addresses;

    /// <summary>The number of an address, new or known.</summary>
    public int NumberOf(string address)
    {
        if (_numbers.TryGetValue(address, out var known))
            return known;

        _addresses.Add(address);
        return _numbers[address] = _addresses.Count;
    }
}
