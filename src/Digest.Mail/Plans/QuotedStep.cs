using System.Buffers;
using System.Text;
using Digest.Mail.Mime;

namespace Digest.Mail.Plans;

/// <summary>
/// A text part in quoted-printable. A soft line break stands before and after each value, so what is around it is the
/// same octets whatever the value's length, and was encoded once.
/// </summary>
internal sealed class QuotedStep(SlottedText text) : PlanStep
{
    private readonly byte[][] _literals = [.. text.Literals.Select((literal, i) =>
        Encode(literal, isLast: i == text.Uses.Count))];

    public override void Write(PlanValues values, IBufferWriter<byte> output)
    {
        output.Write(_literals[0]);
        for (var i = 0; i < text.Uses.Count; i++)
        {
            using var octets = new PooledBuffer(256);
            Encoding.UTF8.GetBytes(text.Uses[i].ValueOf(values), octets);
            QuotedPrintable.EncodeOpen(octets.WrittenSpan, output);
            output.Write(_literals[i + 1]);
        }
    }

    private static byte[] Encode(string literal, bool isLast)
    {
        using var output = new PooledBuffer(literal.Length * 2);
        var octets = Encoding.UTF8.GetBytes(literal);
        if (isLast)
            QuotedPrintable.Encode(octets, output);
        else
            QuotedPrintable.EncodeOpen(octets, output);
        return output.WrittenSpan.ToArray();
    }
}
