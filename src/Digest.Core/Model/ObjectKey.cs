namespace Digest.Model;

/// <summary>
/// Keys of the things that communities talk about. The same thing has the same key, whichever source names it and
/// however: a change's address, its number on its server, a footer of a commit. A key is <c>kind:rest</c>, made once
/// here and compared as text.
/// </summary>
public static class ObjectKey
{
    /// <summary>A change of a review server, by its number.</summary>
    public static string Change(string host, long number) =>
        FormattableString.Invariant($"change:{Host(host)}/{number}");

    /// <summary>A change by its Change-Id footer, the same on every branch.</summary>
    public static string ChangeId(string changeId) => $"change-id:{changeId.Trim().ToLowerInvariant()}";

    /// <summary>A bug of a tracker with one row of numbers (Launchpad, Bugzilla).</summary>
    public static string Bug(string host, long number) =>
        FormattableString.Invariant($"bug:{Host(host)}/{number}");

    /// <summary>An issue, a pull or a merge request of a forge, by the repository's path.</summary>
    public static string Ticket(string host, string repository, long number) =>
        FormattableString.Invariant($"ticket:{Host(host)}/{repository.Trim('/').ToLowerInvariant()}#{number}");

    /// <summary>
    /// A merge request of a forge that counts them apart from its issues (GitLab: <c>!7</c> is not <c>#7</c>).
    /// </summary>
    public static string MergeRequest(string host, string repository, long number) =>
        FormattableString.Invariant($"ticket:{Host(host)}/{repository.Trim('/').ToLowerInvariant()}!{number}");

    /// <summary>A page of a wiki, by its whole title with or without underscores.</summary>
    public static string WikiPage(string host, string title) =>
        $"page:{Host(host)}/{title.Replace('_', ' ').Trim()}";

    /// <summary>A blueprint by project and name.</summary>
    public static string Blueprint(string project, string name) =>
        $"blueprint:{project.ToLowerInvariant()}/{name.ToLowerInvariant()}";

    /// <summary>A mail, by its Message-ID with or without angle brackets.</summary>
    public static string Message(string messageId) => $"message:{messageId.Trim().Trim('<', '>').Trim()}";

    /// <summary>
    /// A release of a project: <c>python-novaclient</c>, <c>2.17.0</c>; a leading <c>v</c> does not matter.
    /// </summary>
    public static string Release(string project, string version) =>
        $"release:{project.ToLowerInvariant()}/{version.Trim().ToLowerInvariant().TrimStart('v')}";

    /// <summary>A commit by its full or abbreviated hash.</summary>
    public static string Commit(string hash) => $"commit:{hash.Trim().ToLowerInvariant()}";

    private static string Host(string host) => host.ToLowerInvariant().TrimEnd('.');
}
