using System.Collections.Concurrent;

namespace Digest.Mail.Dns;

/// <summary>
/// Follows aliases, keeps what it learned, and stays inside a time for all questions together, so that dead servers
/// delay a run once and not once per name. Meant for one run: nothing it keeps grows old.
/// </summary>
public sealed class DnsResolver(IDnsSource source, DnsTimes times, TimeProvider clock)
{
    private const int MaxAliases = 8;
    private readonly ConcurrentDictionary<DnsQuestion, DnsAnswer> _known = new();
    private readonly long _started = clock.GetTimestamp();

    /// <param name="name">Any spelling; letters beyond ASCII become A-labels.</param>
    /// <param name="type">The kind of record.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<DnsAnswer> ResolveAsync(string name, DnsType type, CancellationToken cancellationToken)
    {
        if (!DnsName.TryNormalize(name, out var normal))
            return new DnsAnswer.NoName();

        var question = new DnsQuestion(normal, type);
        if (_known.TryGetValue(question, out var known))
            return known;

        return _known[question] = await FollowAsync(question, cancellationToken);
    }

    /// <summary>Both kinds of addresses. A failure of one kind counts only if the other has none.</summary>
    public async Task<DnsAnswer> ResolveAddressesAsync(string name, CancellationToken cancellationToken)
    {
        var old = await ResolveAsync(name, DnsType.A, cancellationToken);
        var current = await ResolveAsync(name, DnsType.Aaaa, cancellationToken);
        return (old, current) switch
        {
            (DnsAnswer.Found four, DnsAnswer.Found six) => new DnsAnswer.Found([.. four.Records, .. six.Records]),
            (_, DnsAnswer.Found) => current,
            (DnsAnswer.Found or DnsAnswer.TempError, _) => old,
            _ => current,
        };
    }

    private async Task<DnsAnswer> FollowAsync(DnsQuestion question, CancellationToken cancellationToken)
    {
        for (var (name, aliases) = (question.Name, 0); aliases <= MaxAliases;)
        {
            var reply = await AskAsync(question with { Name = name }, cancellationToken);
            if (reply is DnsReply.Failed failed)
                return new DnsAnswer.TempError(failed.Reason);
            if (reply is not DnsReply.Records { Values: var records })
                return new DnsAnswer.NoName();

            var (end, count) = Walk(records, question.Type, name);
            var own = records.Where(record => record.Type == question.Type && record.Owner == end).ToList();
            if (own.Count > 0)
                return new DnsAnswer.Found(own);
            if (count == 0)
                return new DnsAnswer.NoData();

            // A chain without an end is asked for from where it stops.
            (name, aliases) = (end, aliases + count);
        }

        return new DnsAnswer.TempError($"{question.Name} leads through more than {MaxAliases} aliases");
    }

    /// <summary>Goes along the aliases in one reply.</summary>
    private static (string End, int Count) Walk(IReadOnlyList<DnsRecord> records, DnsType type, string start)
    {
        var (name, count) = (start, 0);
        while (type != DnsType.Cname && count <= MaxAliases && AliasOf(records, name) is { } target)
            (name, count) = (target, count + 1);

        return (name, count);
    }

    private static string? AliasOf(IReadOnlyList<DnsRecord> records, string name) => records
        .OfType<DnsRecord.Host>()
        .FirstOrDefault(record => record.Type == DnsType.Cname && record.Owner == name)?.Name;

    private async Task<DnsReply> AskAsync(DnsQuestion question, CancellationToken cancellationToken)
    {
        var left = times.Total - clock.GetElapsedTime(_started);
        var tooLate = new DnsReply.Failed($"the {times.Total.TotalSeconds:0} s for all questions are over");
        if (left <= TimeSpan.Zero)
            return tooLate;

        using var timeout = new CancellationTokenSource(left, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await source.AskAsync(question, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return tooLate;
        }
    }
}
