using System.Buffers;
using Digest.Mail.Mime;

namespace Digest.Mail.Plans;

/// <summary>The Message-ID field.</summary>
internal sealed class MessageIdStep : PlanStep
{
    public override void Write(PlanValues values, IBufferWriter<byte> output) =>
        new HeaderWriter(output).Add(HeaderField.MessageId("Message-ID", values.MessageId));
}
