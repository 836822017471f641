using BenchmarkDotNet.Attributes;
using Digest.Markup;
using Digest.Model;
using Digest.Testing;

namespace Digest.Benchmarks;

/// <summary>What is done once per issue.</summary>
[MemoryDiagnoser]
public class IssueBenchmarks
{
    private readonly string _markdown = WeeklyText.Markdown();
    private readonly Newsletter _newsletter = Some.Newsletter();
    private readonly Render.IssueRenderer _renderer = Some.IssueRenderer();
    private Issue _issue = Some.Issue();

    [GlobalSetup]
    public void Setup() => _issue = _issue with { State = IssueState.Approved, Approved = _issue.CutOff };

    [Benchmark]
    public IssueDocument Read() => IssueMarkdown.Parse(_markdown);

    [Benchmark]
    public FrozenIssue Render() => _renderer.Render(_newsletter, _issue, IssueMarkdown.Parse(_markdown));
}
