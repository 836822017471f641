using System.Diagnostics.CodeAnalysis;

namespace Digest.Mail.Dkim;

/// <summary>A tag list: <c>name=value; name=value</c> (RFC 6376 §3.2). Names keep their letter case.</summary>
internal sealed class DkimTags
{
    private const int MaxLength = 16 * 1024;
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    private DkimTags(string? firstName) => FirstName = firstName;

    /// <summary>The name of the first tag, which decides where a version comes first.</summary>
    public string? FirstName { get; }

    /// <summary>The value with its folds; null if there is no such tag.</summary>
    public string? this[string name] => _values.GetValueOrDefault(name);

    /// <summary>The value without any white space, as names and base64 are read.</summary>
    public string? Compact(string name) => this[name] is { } value
        ? string.Concat(value.Where(c => !char.IsWhiteSpace(c)))
        : null;

    /// <summary>The parts of a list with colons between them, in lower case.</summary>
    public IReadOnlyList<string> List(string name) => Compact(name)?.ToLowerInvariant().Split(':') ?? [];

    /// <summary>Reads a list; the fault is a clause for a person.</summary>
    public static bool TryParse(
        string text, [NotNullWhen(true)] out DkimTags? tags, [NotNullWhen(false)] out string? fault)
    {
        tags = null;
        if (text.Length > MaxLength)
        {
            fault = "is longer than any real one";
            return false;
        }

        var pairs = text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var result = new DkimTags(pairs.Length == 0 ? null : pairs[0].Split('=', 2)[0].TrimEnd());
        foreach (var pair in pairs)
        {
            if (result.AddFault(pair.Split('=', 2, StringSplitOptions.TrimEntries)) is { } wrong)
            {
                fault = wrong;
                return false;
            }
        }

        (tags, fault) = (result, null);
        return true;
    }

    private string? AddFault(string[] pair)
    {
        if (pair.Length < 2 || pair[0].Length == 0)
            return "holds something that is not of the form tag=value";
        return _values.TryAdd(pair[0], pair[1]) ? null : $"says {pair[0]}= twice";
    }
}
