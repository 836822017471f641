using System.Buffers;
using Digest.Mail.Mime;

namespace Digest.Mail.Plans;

/// <summary>A header field with slots in its value; it is checked, folded and encoded as any other.</summary>
internal sealed class FieldStep(HeaderField field, SlottedText text) : PlanStep
{
    public override void Write(PlanValues values, IBufferWriter<byte> output) =>
        new HeaderWriter(output).Add(field.WithValue(text.Fill(values)));
}
