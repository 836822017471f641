using System.Buffers;
using Digest.Mail.Mime;

namespace Digest.Mail.Plans;

/// <summary>The To field.</summary>
internal sealed class ToStep : PlanStep
{
    public override void Write(PlanValues values, IBufferWriter<byte> output) =>
        new HeaderWriter(output).Add("To", values.To);
}
