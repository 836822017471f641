namespace Digest.Gather.Gerrit;

/// <summary>Writes what is asked of a review server. Does no I/O.</summary>
internal static class GerritSearch
{
    public const int PageSize = 50;

    // A project list can be long, and servers and proxies refuse long addresses.
    private const int MostProjects = 20;

    // The message of the commit needs the first two, the names of people the third, replies the last. Each costs the
    // server time, so nothing else is asked for.
    private const string Details = "o=CURRENT_REVISION&o=CURRENT_COMMIT&o=DETAILED_ACCOUNTS&o=MESSAGES";

    /// <summary>The searches that together find everything of one state, without their time.</summary>
    public static IEnumerable<string> Terms(GerritSettings settings, string status)
    {
        var queries = settings.Queries.Count > 0 ? settings.Queries.Select(query => $"({query})") : [""];
        var projects = settings.Projects.Count > 0
            ? settings.Projects.Chunk(MostProjects).Select(names => Either(names.Select(Project)))
            : [""];
        var branch = Either(settings.Branches.Select(name => $"branch:{Quoted(name)}"));
        return
            from query in queries
            from project in projects
            select string.Join(' ', ((string[])[$"status:{status}", project, branch, query]).Where(t => t.Length > 0));
    }

    public static string InWindow(string term, GerritWindow window, DateTimeOffset since) => window switch
    {
        GerritWindow.MergedAfter => $"{term} mergedafter:\"{GerritTime.Write(since)}\"",
        GerritWindow.UpdatedAfter => $"{term} after:\"{GerritTime.Write(since)}\"",
        _ => term,
    };

    public static Uri Address(Uri root, string search, int start) => new(
        root,
        FormattableString.Invariant($"changes/?q={Uri.EscapeDataString(search)}&n={PageSize}&S={start}&{Details}"));

    private static string Either(IEnumerable<string> terms) => terms.ToList() switch
    {
        [] => "",
        [var only] => only,
        var several => $"({string.Join(" OR ", several)})",
    };

    private static string Project(string name) =>
        name.EndsWith('*') ? $"projects:{Quoted(name.TrimEnd('*'))}" : $"project:{Quoted(name)}";

    private static string Quoted(string name) =>
        name.All(c => char.IsAsciiLetterOrDigit(c) || "/._-".Contains(c)) ? name : $"\"{name}\"";
}

/// <summary>How a server is asked for a time.</summary>
internal enum GerritWindow
{
    /// <summary>Merged since then (Gerrit 3.4 and later).</summary>
    MergedAfter,

    /// <summary>Touched since then, by a comment for one.</summary>
    UpdatedAfter,

    /// <summary>Not at all: the newest come first, and reading stops at the first that is too old.</summary>
    None,
}
