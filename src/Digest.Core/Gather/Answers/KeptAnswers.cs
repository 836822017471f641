using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Digest.Files;

namespace Digest.Gather.Answers;

/// <summary>
/// The answers of one gathering as they come. The index is written beside its final name and takes that name at the
/// end, so that a folder with an index is whole.
/// </summary>
internal sealed class KeptAnswers : IAsyncDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly AnswerPlaces _places;
    private readonly string _index;
    private readonly StreamWriter _lines;
    private readonly Lock _lock = new();

    // Of every address that can say "not modified", by source and address: what it would mean by that.
    private readonly ConcurrentDictionary<(string Source, string Name), AnswerLine> _newest = [];

    private KeptAnswers(AnswerPlaces places, string gathering, Func<string, Stream> create)
    {
        _places = places;
        _index = AnswerPlaces.IndexOf(gathering);
        _lines = new StreamWriter(create($"{_index}.tmp"), Utf8);
        Bodies = places.Bodies;
    }

    public AnswerBodies Bodies { get; }

    /// <summary>Why the keeping ended; null if it did not.</summary>
    public Exception? Fault { get; private set; }

    public static KeptAnswers Begin(AnswerPlaces places, GatheringLine gathering) =>
        Begin(places, gathering, File.Create);

    /// <param name="create">Makes the file of the index.</param>
    public static KeptAnswers Begin(AnswerPlaces places, GatheringLine gathering, Func<string, Stream> create)
    {
        var kept = new KeptAnswers(places, places.NewGathering(gathering.Moment), create);
        kept.ReadNewest();
        kept.Write(new AnswerLine { Gathering = gathering });
        return kept;
    }

    /// <summary>Begins the read of a source.</summary>
    public RawAnswers For(SourceRequest request)
    {
        var (source, moved) = (request.Source.Id, request.State.MovedTo?.AbsoluteUri);
        Write(new AnswerLine { Source = source, Since = request.Since, MovedTo = moved });
        return new RecordedAnswers(this, source, request.Newsletter.Folder);
    }

    public AnswerLine? NewestOf(string source, string name) => _newest.GetValueOrDefault((source, name));

    /// <summary>
    /// Keeps an answer. What cannot be kept must not cost the answer itself: the first failure ends the keeping.
    /// </summary>
    public async Task AddAsync(
        Func<CancellationToken, Task<AnswerLine>> make, CancellationToken cancellationToken)
    {
        if (Fault is not null)
            return;

        try
        {
            var line = await make(cancellationToken);
            Write(line);
            if (line is { Status: 200, Source: { } source, Name: { } name })
                _newest[(source, name)] = line;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Fault = error;
        }
    }

    /// <summary>Gives the index its name; a gathering that was not kept whole gets none.</summary>
    /// <param name="sources">The newsletter's; what is remembered of others is forgotten.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public async Task CompleteAsync(IReadOnlySet<string> sources)
    {
        await DisposeAsync();
        if (Fault is not null)
            return;

        File.Move($"{_index}.tmp", _index, overwrite: true);
        var newest = _newest.Where(one => sources.Contains(one.Key.Source) && CanBeUnchanged(one.Value))
            .OrderBy(one => one.Key.Source, StringComparer.Ordinal)
            .ThenBy(one => one.Key.Name, StringComparer.Ordinal)
            .Select(one => one.Value.Write() + "\n");
        await AtomicFile.WriteAsync(_places.Newest, string.Concat(newest), CancellationToken.None);
    }

    public ValueTask DisposeAsync() => _lines.DisposeAsync();

    private void Write(AnswerLine line)
    {
        var text = line.Write();
        try
        {
            lock (_lock)
                _lines.Write(text + "\n");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Fault = error;
        }
    }

    private void ReadNewest()
    {
        if (!File.Exists(_places.Newest))
            return;

        foreach (var text in File.ReadLines(_places.Newest))
        {
            try
            {
                var line = AnswerLine.Read(text);
                if (line is { Source: { } source, Name: { } name })
                    _newest[(source, name)] = line;
            }
            catch (JsonException)
            {
                // Damaged: the next full answer of that address mends it, and a 304 until then says what it lacks.
                continue;
            }
        }
    }

    private static bool CanBeUnchanged(AnswerLine line) =>
        line.Headers is { } headers && (headers.ContainsKey("ETag") || headers.ContainsKey("Last-Modified"));
}
