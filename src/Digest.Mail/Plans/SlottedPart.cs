using System.Buffers;
using Digest.Mail.Mime;

namespace Digest.Mail.Plans;

/// <summary>A text part with slots: its header lines are written once, its body anew for each letter.</summary>
internal sealed class SlottedPart(TextPart whole, SlottedText text, Action<PlanStep> note) : IMimePart
{
    public void Write(IBufferWriter<byte> output)
    {
        using var octets = new PooledBuffer(whole.Text.Length + 64);
        LineEnds.Write(whole.Text, octets);
        var useBase64 = EncodedBody.IsBase64Shorter(octets.WrittenSpan);
        whole.WriteType(output);
        EncodedBody.WriteName(useBase64, output);
        note(useBase64 ? new Base64Step(text) : new QuotedStep(text));
    }
}
