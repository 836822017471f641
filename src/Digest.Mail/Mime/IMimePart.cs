using System.Buffers;

namespace Digest.Mail.Mime;

/// <summary>One node of a mail's tree: header lines, an empty line, a body.</summary>
internal interface IMimePart
{
    void Write(IBufferWriter<byte> output);
}
