using System.Buffers;
using Digest.Mail.Mime;

namespace Digest.Mail.Plans;

/// <summary>The Date field.</summary>
internal sealed class DateStep : PlanStep
{
    public override void Write(PlanValues values, IBufferWriter<byte> output) =>
        new HeaderWriter(output).Add("Date", values.Date);
}
