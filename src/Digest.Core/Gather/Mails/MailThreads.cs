namespace Digest.Gather.Mails;

/// <summary>
/// Puts mails together to threads: by the Message-IDs they refer to, else, for an answer that refers to nothing in
/// sight, by the words of the subject. Does no I/O.
/// </summary>
internal sealed class MailThreads
{
    // The same subject after months is another matter: "weekly meeting".
    private static readonly TimeSpan SameSubject = TimeSpan.FromDays(30);

    // A report that comes every hour begins no thread that anybody answers by its subject alone.
    private const int MostStarts = 50;

    private readonly IReadOnlyList<ListMail> _mails;
    private readonly Dictionary<string, int> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _starts = new(StringComparer.Ordinal);
    private readonly int[] _group;

    private MailThreads(IReadOnlyList<ListMail> mails)
    {
        _mails = mails;
        _group = [.. Enumerable.Range(0, mails.Count)];
        for (var at = 0; at < mails.Count; at++)
        {
            _byId.TryAdd(mails[at].Id, at);
            if (!mails[at].Subject.IsReply && mails[at].Subject.Key is { Length: > 0 } key)
                Remember(key, at);
        }
    }

    /// <summary>The threads in the order of their roots. A mail that is there twice counts once.</summary>
    public static IReadOnlyList<MailThread> Of(IReadOnlyList<ListMail> mails)
    {
        var threads = new MailThreads([.. mails.DistinctBy(mail => mail.Id, StringComparer.Ordinal)]);
        return threads.Build();
    }

    private void Remember(string key, int at)
    {
        if (!_starts.TryGetValue(key, out var starts))
            _starts[key] = starts = [];
        if (starts.Count < MostStarts)
            starts.Add(at);
    }

    private List<MailThread> Build()
    {
        var parents = new int?[_mails.Count];
        for (var at = 0; at < _mails.Count; at++)
        {
            parents[at] = ParentOf(at);
            if (parents[at] is { } parent)
                _group[Top(at)] = Top(parent);
        }

        return
        [
            .. Enumerable.Range(0, _mails.Count).GroupBy(Top)
                .Select(group => group.ToList())
                .Select(group => (Root: RootOf(group, parents), Group: group))
                .OrderBy(thread => thread.Root)
                .Select(thread => new MailThread(
                    _mails[thread.Root], [.. thread.Group.Select(at => _mails[at])])),
        ];
    }

    private int? ParentOf(int at)
    {
        var mail = _mails[at];
        foreach (var id in mail.References)
        {
            if (_byId.TryGetValue(id, out var parent) && parent != at)
                return IsNewTopic(mail, _mails[parent]) ? null : parent;
        }

        return mail.Subject.IsReply && _starts.TryGetValue(mail.Subject.Key, out var starts)
            ? starts.Where(start => IsNear(mail, _mails[start])).Select(start => (int?)start).LastOrDefault()
            : null;
    }

    /// <summary>
    /// Who writes about something else often answers some mail to reach the list. The parts of a numbered series have
    /// subjects of their own too, and belong together.
    /// </summary>
    private static bool IsNewTopic(ListMail mail, ListMail parent) =>
        mail.Subject is { IsReply: false, IsNumbered: false } && mail.Subject.Key.Length > 0
        && mail.Subject.Key != parent.Subject.Key;

    private static bool IsNear(ListMail answer, ListMail start) =>
        answer.Date is not { } later || start.Date is not { } earlier
        || (later - earlier <= SameSubject && earlier - later <= TimeSpan.FromDays(1));

    /// <summary>The one without a parent; of mails that answer each other in a circle, the first.</summary>
    private static int RootOf(List<int> group, int?[] parents) =>
        group.Where(at => parents[at] is null).Select(at => (int?)at).FirstOrDefault() ?? group[0];

    private int Top(int at)
    {
        while (_group[at] != at)
            at = _group[at] = _group[_group[at]];
        return at;
    }
}
