using System.Buffers;
using System.Text;
using Digest.Mail.Mime;

namespace Digest.Mail.Plans;

/// <summary>
/// A text part in base64. Only a value and the few octets around it that share a group of three with it are encoded;
/// the line that holds them ends early, which base64 allows (RFC 2045 §6.8).
/// </summary>
internal sealed class Base64Step(SlottedText text) : PlanStep
{
    private readonly Base64Literal[] _literals = [.. text.Literals.Select((literal, i) =>
        new Base64Literal(literal, isLast: i == text.Uses.Count))];

    public override void Write(PlanValues values, IBufferWriter<byte> output)
    {
        using var run = new PooledBuffer(512);
        Write(_literals[0], run, output);
        for (var i = 0; i < text.Uses.Count; i++)
        {
            Encoding.UTF8.GetBytes(text.Uses[i].ValueOf(values), run);
            Write(_literals[i + 1], run, output);
        }

        Base64Lines.Encode(run.WrittenSpan, output);
    }

    private static void Write(Base64Literal literal, PooledBuffer run, IBufferWriter<byte> output)
    {
        if (literal.IsShort)
        {
            run.Write(literal.Octets);
            return;
        }

        var first = Base64Literal.Lack(run.WrittenCount);
        run.Write(literal.Octets[..first]);
        Base64Lines.Encode(run.WrittenSpan, output);
        run.Clear();
        output.Write(literal.Encoded(first));
        run.Write(literal.Tail(first));
    }
}
