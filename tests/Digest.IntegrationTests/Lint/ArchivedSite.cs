using Digest.Compose;
using Digest.Model;
using Digest.Render;
using Digest.Run;
using Digest.Testing;

namespace Digest.IntegrationTests.Lint;

/// <summary>Issues with their files in a folder of their own, and what is frozen of them in memory.</summary>
internal sealed class ArchivedSite(Newsletter newsletter) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("digest-lint-");
    private readonly List<Issue> _issues = [];
    private readonly FrozenDouble _frozen = new();

    public Newsletter Newsletter => newsletter with { Folder = _folder.FullName };

    public IReadOnlyList<Issue> Issues => _issues;

    public IssueLint Lint => new(new IssueStoreDouble(_issues), _frozen, Some.IssueRenderer());

    public void Add(ArchiveFile file)
    {
        Put(file.Issue, file.Text);
        _frozen.Add(Some.IssueRenderer().Render(Newsletter, file.Issue, file.Document));
    }

    public void Put(Issue issue, string text)
    {
        _issues.Add(issue);
        var path = DraftFiles.PathOf(Newsletter, issue.Ref);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private sealed class FrozenDouble : IFrozenIssueStore
    {
        private readonly Dictionary<IssueRef, FrozenIssue> _frozen = [];

        public void Add(FrozenIssue issue) => _frozen[issue.Issue.Ref] = issue;

        public Task<bool> FreezeAsync(FrozenIssue issue, CancellationToken cancellationToken) =>
            Task.FromResult(_frozen.TryAdd(issue.Issue.Ref, issue));

        public Task<FrozenIssue?> FindAsync(IssueRef issue, CancellationToken cancellationToken) =>
            Task.FromResult(_frozen.GetValueOrDefault(issue));
    }
}
