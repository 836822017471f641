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
    /// A merge request of a forge that numbers them apart from its issues, as GitLab does; where they share their
    /// numbers, as on GitHub, it is a <see cref="Ticket"/>.
    /// </summary>
    public static string MergeRequest(string host, string repository, long number) =>
        FormattableString.Invariant($"ticket:{Host(host)}/{repository.Trim('/').ToLowerInvariant()}!{number}");

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

    /// <summary>A milestone of a project: what is planned for it, not what was released as it.</summary>
    public static string Milestone(string project, string name) =>
        $"milestone:{project.ToLowerInvariant()}/{name.Trim().ToLowerInvariant().TrimStart('v')}";

    /// <summary>A security advisory by its public number: <c>CVE-2014-0001</c>, <c>OSSA-2014-001</c>.</summary>
    public static string Advisory(string number) => $"advisory:{number.Trim().ToLowerInvariant().Replace(' ', '-')}";

    /// <summary>A pad of an Etherpad by its name, whichever revision or form of it.</summary>
    public static string Pad(string host, string name) => $"pad:{Host(host)}/{name}";

    /// <summary>A page of a MediaWiki, or one section of it.</summary>
    /// <param name="title">With spaces or underscores; its first letter may be of either case.</param>
    /// <param name="section">The anchor of the section; empty for the whole page.</param>
    public static string WikiPage(string host, string title, string section = "")
    {
        var name = title.Replace(' ', '_').Trim('_');
        var page = name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];
        return $"wiki:{Host(host)}/{page}{(section.Length == 0 ? "" : $"#{section.Replace(' ', '_')}")}";
    }

    /// <summary>A topic of a Discourse forum, whichever of its posts.</summary>
    public static string Topic(string host, long number) =>
        FormattableString.Invariant($"topic:{Host(host)}/{number}");

    private static string Host(string host) => host.ToLowerInvariant().TrimEnd('.');
}
