using System.Buffers;
using BenchmarkDotNet.Attributes;
using Digest.Deliver;
using Digest.Mail.Mime;
using Digest.Mail.Plans;
using Digest.Model;

namespace Digest.Benchmarks;

/// <summary>
/// One letter of the reference issue: as a whole mail, from its plan, and with all that delivery adds (link, buffer).
/// </summary>
[MemoryDiagnoser]
public class PlanBenchmarks
{
    private const string Link =
        "https://news.example/unsubscribe/dGhlLXJlYWRlcnMtb3duLXRva2VuLW9mLWFib3V0LTY0LW9jdGV0cw";
    private readonly LetterWriter _writer = Testing.Some.LetterWriter();
    private readonly ArrayBufferWriter<byte> _output = new(256 * 1024);
    private readonly MailMessage _template = new()
    {
        From = SampleLetter.Newsletter.From,
        To = SampleLetter.Reader,
        Subject = SampleLetter.Issue.Subject,
        Date = SampleLetter.Date,
        MessageId = SampleLetter.MessageId,
        Headers = [HeaderField.Structured("List-Unsubscribe", $"<{LetterSlots.Unsubscribe}>")],
        Text = SampleLetter.Issue.Text,
        Html = SampleLetter.Issue.Html,
    };

    private readonly PlanValues _values = new()
    {
        To = SampleLetter.Reader,
        MessageId = SampleLetter.MessageId,
        Date = SampleLetter.Date,
        Slots = [Link],
    };

    private MessagePlan _plan = null!;

    [GlobalSetup]
    public void Setup() => _plan = Compile();

    [Benchmark]
    public MessagePlan Compile() => MessagePlan.Compile(_template, [new Slot(LetterSlots.Unsubscribe)]);

    [Benchmark(Baseline = true)]
    public int WholeMail()
    {
        _output.ResetWrittenCount();
        MimeWriter.Write(_template, _output);
        return _output.WrittenCount;
    }

    [Benchmark]
    public int FromPlan()
    {
        _output.ResetWrittenCount();
        _plan.Write(_values, _output);
        return _output.WrittenCount;
    }

    [Benchmark]
    public int Letter()
    {
        using var letter = _writer.Write(
            SampleLetter.Newsletter,
            SampleLetter.Issue,
            "id-of-reader",
            SampleLetter.Reader,
            SampleLetter.MessageId,
            SampleLetter.Date);
        return letter.WrittenCount;
    }
}
