using System.Buffers;

namespace Digest.Mail.Plans;

/// <summary>A stretch of a message that is written anew for each letter.</summary>
internal abstract class PlanStep
{
    /// <exception cref="FormatException">A value cannot stand where the template has it.</exception>
    public abstract void Write(PlanValues values, IBufferWriter<byte> output);
}
