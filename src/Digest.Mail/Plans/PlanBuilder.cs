using System.Text;
using Digest.Mail.Dkim;
using Digest.Mail.Mime;

namespace Digest.Mail.Plans;

/// <summary>
/// Cuts a written template into what all letters share and what is written anew: the writer of whole mails makes the
/// octets, and this notes where steps go between them.
/// </summary>
internal sealed class PlanBuilder(MailMessage template, IReadOnlyList<Slot> slots) : IDisposable
{
    private readonly PooledBuffer _octets = new();
    private readonly List<(int At, PlanStep Step)> _textSteps = [];
    private readonly List<PlanSegment> _segments = [];
    private int _taken;

    public IReadOnlyList<PlanSegment> Build()
    {
        MimeWriter.Write(template, _octets, TextPart);
        AddFields();
        foreach (var (at, step) in _textSteps)
            Add(at, step, next: at);

        Add(_octets.WrittenCount, step: null, _octets.WrittenCount);
        return _segments;
    }

    public void Dispose() => _octets.Dispose();

    private IMimePart TextPart(string mediaType, string text)
    {
        using var lines = new PooledBuffer(text.Length + 64);
        LineEnds.Write(text, lines);
        var cut = SlottedText.Of(Encoding.UTF8.GetString(lines.WrittenSpan), slots, mediaType == "text/html");
        var whole = new TextPart(mediaType, text);
        return cut.Uses.Count == 0 ? whole : new SlottedPart(whole, cut, Note);
    }

    private void Note(PlanStep step) => _textSteps.Add((_octets.WrittenCount, step));

    private void AddFields()
    {
        var fields = new List<DkimField>();
        DkimFields.Read(_octets.WrittenSpan, fields);
        var given = new Queue<HeaderField>(template.Headers);
        foreach (var field in fields)
        {
            if (StepOf(field, given) is { } step)
                Add(field.Start, step, field.Start + field.Length);
        }
    }

    private PlanStep? StepOf(DkimField field, Queue<HeaderField> given)
    {
        var name = Encoding.ASCII.GetString(field.Name(_octets.WrittenSpan));
        if (given.TryPeek(out var next) && next.Name == name)
            return Slotted(given.Dequeue());

        return name switch
        {
            "To" => new ToStep(),
            "Date" => new DateStep(),
            "Message-ID" => new MessageIdStep(),
            "Subject" => Slotted(HeaderField.Unstructured(name, template.Subject)),
            _ => null,
        };
    }

    private FieldStep? Slotted(HeaderField field)
    {
        var value = SlottedText.Of(field.Value, slots);
        return value.Uses.Count > 0 ? new FieldStep(field, value) : null;
    }

    private void Add(int end, PlanStep? step, int next)
    {
        _segments.Add(new PlanSegment(_octets.WrittenSpan[_taken..end].ToArray(), step));
        _taken = next;
    }
}
