using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Digest.Gather.Json;

namespace Digest.Gather.Mails;

/// <summary>
/// What a list's connector keeps between reads: which mails it saw, which of them it told as the start of a thread,
/// and the validators of the archive's files. Of a mail only a short hash is kept.
/// </summary>
internal sealed record ListMemory
{
    private const int Version = 1;
    private const int HashOctets = 9;

    // Some years of a busy list, and well within what a source may remember.
    private const int MostSeen = 30_000;

    /// <summary>True if the source was never read.</summary>
    public bool IsNew { get; init; }

    /// <summary>True if older mails may have been forgotten.</summary>
    public bool IsFull => Seen.Count >= MostSeen;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<string> Seen { get; init; } = [];

    public IReadOnlySet<string> Told { get; init; } = new HashSet<string>();

    /// <summary>By the name of the file.</summary>
    public IReadOnlyDictionary<string, Validators> Files { get; init; } = new Dictionary<string, Validators>();

    /// <summary>A memory of another form than this one's is as good as none.</summary>
    public static ListMemory Read(string? text) =>
        JsonMemory.TryRead<Stored>(text) is { Form: Version, Seen: { } seen, Told: { } told, Files: { } files }
            ? new ListMemory { Seen = seen, Told = told.ToHashSet(StringComparer.Ordinal), Files = files }
            : new ListMemory { IsNew = true };

    public static string Hash(string text) =>
        Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, HashOctets));

    /// <summary>The memory after a read, which met these mails and told these.</summary>
    public ListMemory With(IEnumerable<string> seen, IEnumerable<string> told)
    {
        var met = seen.Distinct(StringComparer.Ordinal).ToList();
        var metSet = met.ToHashSet(StringComparer.Ordinal);
        var all = Seen.Where(hash => !metSet.Contains(hash)).Concat(met).TakeLast(MostSeen).ToList();
        var kept = all.ToHashSet(StringComparer.Ordinal);
        return this with
        {
            IsNew = false,
            Seen = all,
            Told = Told.Concat(told).Where(kept.Contains).ToHashSet(StringComparer.Ordinal),
        };
    }

    public override string ToString() =>
        JsonSerializer.Serialize(new Stored(Version, Seen, [.. Told.Order(StringComparer.Ordinal)], Files));

    private sealed record Stored(
        int Form,
        IReadOnlyList<string>? Seen,
        IReadOnlyList<string>? Told,
        IReadOnlyDictionary<string, Validators>? Files);
}

/// <summary>What makes the next request for a file conditional, verbatim.</summary>
internal sealed record Validators(string? ETag, string? LastModified);
