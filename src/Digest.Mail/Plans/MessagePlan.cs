using System.Buffers;
using Digest.Mail.Mime;

namespace Digest.Mail.Plans;

/// <summary>
/// A mail that goes to many readers, compiled once: what all letters share is encoded octets, and a letter costs a few
/// copies and the encoding of what is its own. A letter reads like the mail that <see cref="MimeWriter"/> writes with
/// the same values filled in; only where its encoded lines break may differ. Safe for use by several threads at once.
/// </summary>
/// <example>
/// <code>
/// var link = new Slot("https://slot.invalid/unsubscribe");
/// var plan = MessagePlan.Compile(template, [link]);
/// foreach (var reader in readers)
/// {
///     using var letter = new PooledBuffer(plan.UsualLength);
///     plan.Write(new PlanValues { To = reader.Mailbox, MessageId = id, Date = now, Slots = [reader.Link] }, letter);
///     await pool.SendAsync(envelope, letter.WrittenMemory, cancellationToken);
/// }
/// </code>
/// </example>
public sealed class MessagePlan
{
    // What the values of a letter may take beyond those of the template.
    private const int Allowance = 1024;
    private readonly IReadOnlyList<PlanSegment> _segments;
    private readonly int _slotCount;

    private MessagePlan(IReadOnlyList<PlanSegment> segments, PlanValues sample)
    {
        _segments = segments;
        _slotCount = sample.Slots.Count;

        // Written once here, a plan that cannot be written fails before the first reader gets a letter.
        using var letter = new PooledBuffer();
        Write(sample, letter);
        UsualLength = letter.WrittenCount + Allowance;
    }

    /// <summary>How many octets to make ready for a letter: few have more.</summary>
    public int UsualLength { get; }

    /// <summary>
    /// Encodes the template. The markers of the slots may stand in its subject, its further header fields, its text
    /// and its HTML; its To, Date and Message-ID are place-holders, and are written anew for each letter.
    /// </summary>
    /// <exception cref="FormatException">
    /// The template cannot be written, a marker is empty, not on one line or given twice, or stands in an address.
    /// </exception>
    public static MessagePlan Compile(MailMessage template, IReadOnlyList<Slot> slots)
    {
        Check(template, slots);
        using var builder = new PlanBuilder(template, slots);
        return new MessagePlan(builder.Build(), new PlanValues
        {
            To = template.To[0],
            MessageId = template.MessageId,
            Date = template.Date,
            Slots = [.. slots.Select(slot => slot.Marker)],
        });
    }

    /// <summary>Writes one letter.</summary>
    /// <exception cref="ArgumentException">There are not as many values as slots.</exception>
    /// <exception cref="FormatException">
    /// A value has a line break or another control character, or cannot stand where the template has it; what the
    /// output holds by then is no mail.
    /// </exception>
    public void Write(PlanValues values, IBufferWriter<byte> output)
    {
        if (values.Slots.Count != _slotCount)
            throw new ArgumentException($"the plan has {_slotCount} slots, not {values.Slots.Count}", nameof(values));
        for (var i = 0; i < _slotCount; i++)
            HeaderRules.CheckValue("a slot", values.Slots[i]);

        for (var i = 0; i < _segments.Count; i++)
        {
            output.Write(_segments[i].Octets);
            _segments[i].Step?.Write(values, output);
        }
    }

    private static void Check(MailMessage template, IReadOnlyList<Slot> slots)
    {
        if (template.To.Count != 1)
            throw new FormatException("A template has one To, which gives way to each reader");

        foreach (var slot in slots)
        {
            HeaderRules.CheckValue("a marker", slot.Marker);
            if (slot.Marker.Length == 0 || slots.Count(other => other.Marker == slot.Marker) > 1)
                throw new FormatException("A marker is empty, or is given twice");
            if (Addresses(template).Any(address => address.Contains(slot.Marker, StringComparison.Ordinal)))
                throw new FormatException("A slot cannot stand in an address field");
        }
    }

    private static IEnumerable<string> Addresses(MailMessage template) =>
        [$"{template.From}", $"{template.Sender}", $"{template.ReplyTo}", $"{template.Cc}"];
}
