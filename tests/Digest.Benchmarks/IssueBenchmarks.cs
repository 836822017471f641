using BenchmarkDotNet.Attributes;
using Digest.Markup;
using Digest.Mail.Mime;
using Digest.Model;
using Digest.Testing;

namespace Digest.Benchmarks;

/// <summary>What is done once per issue (read, render) against what is done once per reader (write a letter).</summary>
[MemoryDiagnoser]
public class IssueBenchmarks
{
    private readonly string _markdown = WeeklyText.Markdown();
    private readonly Newsletter _newsletter = Some.Newsletter();
    private readonly Mailbox _reader = Some.Mailbox("reader@example.com", "林海");
    private readonly Render.IssueRenderer _renderer = Some.IssueRenderer();
    private readonly Deliver.LetterWriter _writer = Some.LetterWriter();
    private Issue _issue = Some.Issue();
    private FrozenIssue _frozen = Some.IssueToSend();

    [GlobalSetup]
    public void Setup()
    {
        _issue = _issue with { State = IssueState.Approved, Approved = _issue.CutOff };
        _frozen = Render();
    }

    [Benchmark]
    public IssueDocument Read() => IssueMarkdown.Parse(_markdown);

    [Benchmark]
    public FrozenIssue Render() => _renderer.Render(_newsletter, _issue, IssueMarkdown.Parse(_markdown));

    [Benchmark]
    public byte[] WriteLetter() =>
        _writer.Write(_newsletter, _frozen, "id-of-reader", _reader, "1.weekly@news.example", _issue.CutOff);
}
