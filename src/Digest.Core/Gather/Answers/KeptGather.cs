using System.Text.Json;
using Digest.Model;

namespace Digest.Gather.Answers;

/// <summary>A gathering of the past, with every answer it heard.</summary>
public sealed class KeptGather
{
    private const int Format = 1;

    private readonly GatheringLine _gathering;
    private readonly Dictionary<string, ReplayedAnswers> _sources;
    private readonly Dictionary<string, AnswerLine> _begins;

    private KeptGather(GatheringLine gathering, IReadOnlyList<AnswerLine> lines, AnswerBodies bodies)
    {
        _gathering = gathering;
        _begins = lines.Where(line => line is { Source: not null, Since: not null })
            .GroupBy(line => line.Source!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        _sources = lines.Where(line => line is { Source: not null, Name: not null })
            .GroupBy(line => line.Source!, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key, group => new ReplayedAnswers(group, bodies), StringComparer.Ordinal);
    }

    /// <summary>What the gathering took for now.</summary>
    public DateTimeOffset Moment => _gathering.Moment;

    internal bool IsFor(string source) => _gathering.Only?.Contains(source) != false;

    /// <summary>Why a source was left out; null if it was not.</summary>
    internal string? ClosedReason(string source) => _gathering.Closed?.GetValueOrDefault(source);

    internal DateTimeOffset? SinceOf(string source) => _begins.GetValueOrDefault(source)?.Since;

    internal Uri? MovedToOf(string source) =>
        Uri.TryCreate(_begins.GetValueOrDefault(source)?.MovedTo, UriKind.Absolute, out var moved) ? moved : null;

    internal RawAnswers For(string source) => _sources.GetValueOrDefault(source) ?? ReplayedAnswers.Empty;

    /// <summary>Opens one gathering, or all of a newsletter in the order they were made.</summary>
    /// <param name="folder">A gathering's folder, or the folder that holds a newsletter's gatherings.</param>
    /// <exception cref="DigestException">There is none, or it is damaged or another newsletter's.</exception>
    public static IReadOnlyList<KeptGather> Open(string folder, string newsletter)
    {
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        IReadOnlyList<string> gatherings = AnswerPlaces.IsWhole(path) ? [path] : new AnswerPlaces(path).Gatherings();
        return gatherings.Count > 0
            ? [.. gatherings.Select(gathering => Read(gathering, newsletter))]
            : throw new DigestException(
                $"{folder}: holds no gathering; name a folder below {Path.Combine("data", "answers")} that holds "
                + $"answers.jsonl, or the newsletter's folder there");
    }

    private static KeptGather Read(string folder, string newsletter)
    {
        var index = AnswerPlaces.IndexOf(folder);
        var lines = File.ReadLines(index).Index().Select(line => Line(index, line.Index + 1, line.Item)).ToList();
        if (lines is not [{ Gathering: { Format: Format } gathering }, ..])
            throw new DigestException($"{index}:1: is no index of answers that this program can read");
        if (gathering.Newsletter != newsletter)
            throw new DigestException($"{index}: holds answers of {gathering.Newsletter} and not of {newsletter}");

        return new KeptGather(gathering, lines, new AnswerPlaces(Path.GetDirectoryName(folder)!).Bodies);
    }

    private static AnswerLine Line(string index, int number, string text)
    {
        try
        {
            var line = AnswerLine.Read(text);
            return IsPlausible(line.Since) && IsPlausible(line.Gathering?.Moment)
                ? line
                : throw new JsonException("it names no time in which anything was gathered");
        }
        catch (JsonException error)
        {
            throw new DigestException($"{index}:{number}: is damaged; the gathering cannot be replayed", error);
        }
    }

    /// <summary>Days are added to and taken from it.</summary>
    private static bool IsPlausible(DateTimeOffset? moment) => moment is null or { Year: >= 1970 and < 9000 };
}
