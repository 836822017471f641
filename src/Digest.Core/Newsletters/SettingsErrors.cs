namespace Digest.Newsletters;

/// <summary>Collects what is wrong with one settings file, so that all of it is told at once.</summary>
internal sealed class SettingsErrors(string file)
{
    private readonly List<(int Line, string Text)> _errors = [];

    public int Count => _errors.Count;

    /// <summary>The file's errors in the order of its lines.</summary>
    public IEnumerable<string> Lines => _errors.OrderBy(error => error.Line).Select(error => error.Text);

    /// <param name="message">What is wrong; what would be right. It may quote the file: it is made printable.</param>
    public void Add(int line, string key, string message) =>
        _errors.Add((line, $"{file}:{line}: {Printable(key)}: {Printable(message)}"));

    public void Add(SettingsText value, string message) => Add(value.Line, value.Key, message);

    private static string Printable(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? '\uFFFD' : c));
}
