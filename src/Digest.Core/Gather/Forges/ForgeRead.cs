using Digest.Model;

namespace Digest.Gather.Forges;

/// <summary>
/// Reads the lists of a forge one after the other. A list that fails is a warning and keeps its cursor; the source
/// fails where nothing could be read. When the forge asks to wait, the lists behind are left for the next run.
/// </summary>
internal sealed class ForgeRead(SourceRequest request, ForgeApi api)
{
    // What a server's clock, index or replica may lag behind; the ledger knows what comes twice.
    private static readonly TimeSpan Overlap = TimeSpan.FromHours(1);

    private const int MostReasons = 3;

    private readonly ForgeMemory _memory = ForgeMemory.Read(request.State.Memory);
    private readonly Dictionary<string, ForgeCursor> _cursors = new(StringComparer.Ordinal);
    private readonly List<GatheredItem> _items = [];
    private readonly List<string> _warnings = [];
    private int _read;
    private int _unchanged;

    public async Task<FetchOutcome> RunAsync(IReadOnlyList<ForgeList> lists, CancellationToken cancellationToken)
    {
        foreach (var list in lists)
        {
            // Written down even before the first success, or a list that fails at first would lose its first window.
            var known = _memory.CursorOf(list.Key);
            var cursor = known with { Since = known.Since ?? request.Since };
            _cursors[list.Key] = cursor;
            if (!api.MustWait)
                await ReadAsync(list, cursor, cancellationToken);
        }

        if (_read == 0)
            return new FetchOutcome.Failed(string.Join("; ", _warnings.Take(MostReasons)));
        if (_unchanged == lists.Count && _warnings.Count == 0)
            return new FetchOutcome.Unchanged();

        return new FetchOutcome.Fetched([.. _items.DistinctBy(item => item.ExternalId)], _warnings)
        {
            Memory = new ForgeMemory { Lists = _cursors }.Write(),
        };
    }

    private async Task ReadAsync(ForgeList list, ForgeCursor cursor, CancellationToken cancellationToken)
    {
        try
        {
            var read = await list.ReadAsync(cursor, cancellationToken);
            _items.AddRange(read.Items);
            _warnings.AddRange(read.Warnings);
            _cursors[list.Key] = Next(read);
            _read++;
            _unchanged += read.IsUnchanged ? 1 : 0;
        }
        catch (SourceTroubleException trouble)
        {
            _warnings.Add(trouble.Message);
        }
    }

    /// <summary>With a validator the next read would hear "not modified" and never see what is held back now.</summary>
    private ForgeCursor Next(ForgeListRead read) => new()
    {
        ETag = read.Items.Any(item => item.Published > request.Now) ? null : read.ETag,
        Since = request.Now - Overlap,
        Waiting = read.Waiting,
    };
}
