using System.Globalization;

namespace Digest.Gather.Answers;

/// <summary>Where the answers of a newsletter lie, and what the folders are called.</summary>
/// <param name="Root">The newsletter's folder below <c>answers</c>.</param>
internal sealed record AnswerPlaces(string Root)
{
    private const string IndexName = "answers.jsonl";
    private const string Form = "yyyyMMdd'T'HHmmss.fffffff'Z'";

    public AnswerBodies Bodies => new(Path.Combine(Root, "bodies"));

    /// <summary>The newest full answer of every address that can say "not modified".</summary>
    public string Newest => Path.Combine(Root, "newest.jsonl");

    /// <summary>Its time of change says when old answers were last looked for.</summary>
    public string Swept => Path.Combine(Root, "swept");

    public static string IndexOf(string gathering) => Path.Combine(gathering, IndexName);

    /// <summary>A folder for a gathering that no other has; two may take the same moment for now.</summary>
    public string NewGathering(DateTimeOffset moment)
    {
        var name = moment.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);
        var path = Path.Combine(Root, name);
        for (var i = 2; Directory.Exists(path); i++)
            path = Path.Combine(Root, string.Create(CultureInfo.InvariantCulture, $"{name}-{i:0000}"));

        Directory.CreateDirectory(path);
        return path;
    }

    /// <summary>The gatherings that have an index, in the order they were made.</summary>
    public IReadOnlyList<string> Gatherings() => Directory.Exists(Root)
        ? [.. Directory.GetDirectories(Root).Where(IsWhole).Order(StringComparer.Ordinal)]
        : [];

    public static bool IsWhole(string gathering) => File.Exists(IndexOf(gathering));
}
