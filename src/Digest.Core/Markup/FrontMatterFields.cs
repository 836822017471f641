using Digest.Model;

namespace Digest.Markup;

/// <summary>Collects what a block of front matter says and what could not be read of it.</summary>
internal sealed class FrontMatterFields
{
    // A file that is nothing but mistakes need not be reported line by line.
    private const int MostWarnings = 20;

    private readonly Dictionary<string, IReadOnlyList<string>> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _warnings = [];
    private int _unreadable;

    /// <summary>False for prose between two thematic breaks: most of its lines are no settings.</summary>
    public bool LooksLikeSettings => _seen.Count > 0 && _unreadable <= _seen.Count;

    public void Add(string key, IEnumerable<string> values, int line)
    {
        if (!_seen.Add(key))
            Warn(line, $"'{key}' is given twice; the later one counts");

        var kept = values.Where(value => value.Length > 0).ToList();
        if (kept.Count > 0)
            _values[key] = kept;
        else
            _values.Remove(key);
    }

    public void Unreadable(int line)
    {
        _unreadable++;
        Warn(line, "not a setting; left out");
    }

    public void Warn(int line, string message)
    {
        if (_warnings.Count < MostWarnings)
            _warnings.Add($"line {line}: {message}");
    }

    public FrontMatterResult ToResult(int bodyStart) =>
        new(new FrontMatter { Values = _values }, bodyStart, _warnings);
}
