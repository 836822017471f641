using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Digest.Mail.Dkim;

/// <summary>
/// What one thread needs to sign, kept from one message to the next so that a signature allocates nothing but what the
/// platform does.
/// </summary>
internal sealed class DkimWorkbench(DkimKey key)
{
    private const int MaxColumns = 72;

    private static readonly string[] Signed =
    [
        "From", "To", "Cc", "Reply-To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type", "List-Id",
        "List-Help", "List-Unsubscribe", "List-Unsubscribe-Post", "List-Archive", "Feedback-ID", "Auto-Submitted",
    ];

    private static readonly HashSet<string> Oversigned =
    [
        "From", "To", "Cc", "Reply-To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type", "List-Id",
        "List-Unsubscribe", "List-Unsubscribe-Post",
    ];

    private readonly RSA _rsa = key.OpenKey();
    private readonly string _identity =
        "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; q=dns/txt;\r\n"
        + $" d={key.Domain}; s={key.Selector};\r\n t=";

    private readonly string _agent = $"; i=@{key.Domain};\r\n h=";
    private readonly List<DkimField> _fields = [];
    private readonly ArrayBufferWriter<byte> _field = new(1024);
    private readonly ArrayBufferWriter<byte> _input = new(4096);
    private readonly byte[] _signature = new byte[(key.Bits + 7) / 8];

    public void WriteSignature(ReadOnlySpan<byte> message, DateTimeOffset now, IBufferWriter<byte> output)
    {
        _field.ResetWrittenCount();
        _input.ResetWrittenCount();
        var body = message[DkimFields.Read(message, _fields)..];

        Add(_identity);
        Add(now.ToUnixTimeSeconds());
        Add(_agent);
        AddNames(message);
        Add(";\r\n bh=");
        AddBodyHash(body);
        Add(";\r\n b=");

        // The last field stands in the input without its CRLF (§3.7).
        DkimFields.Relax(_field.WrittenSpan, _input);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_input.WrittenSpan[..^2], hash);
        _rsa.SignHash(hash, _signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        AddFolded(_signature);
        output.Write(_field.WrittenSpan);
    }

    /// <summary>Names every field that is there, and puts it into the input from the bottom up (§5.4.2).</summary>
    private void AddNames(ReadOnlySpan<byte> message)
    {
        var column = " h=".Length;
        var isFirst = true;
        foreach (var name in Signed)
        {
            for (var i = _fields.Count - 1; i >= 0; i--)
            {
                if (!_fields[i].Is(name, message))
                    continue;
                AddName(name, ref column, ref isFirst);
                DkimFields.Relax(_fields[i].Raw(message), _input);
            }

            if (Oversigned.Contains(name))
                AddName(name, ref column, ref isFirst);
        }
    }

    private void AddName(string name, ref int column, ref bool isFirst)
    {
        if (!isFirst)
            Add(":");
        isFirst = false;
        column += name.Length + 1;
        if (column > MaxColumns)
        {
            Add("\r\n  ");
            column = 2 + name.Length + 1;
        }

        Add(name);
    }

    private void AddBodyHash(ReadOnlySpan<byte> body)
    {
        Span<byte> hash = stackalloc byte[RelaxedBody.HashLength];
        RelaxedBody.Hash(body, hash);
        AddBase64(hash);
    }

    /// <summary>In lines of 72 columns, each after the first behind a space.</summary>
    private void AddFolded(ReadOnlySpan<byte> octets)
    {
        const int OctetsPerLine = MaxColumns / 4 * 3;
        for (; octets.Length > OctetsPerLine; octets = octets[OctetsPerLine..])
        {
            AddBase64(octets[..OctetsPerLine]);
            Add("\r\n ");
        }

        AddBase64(octets);
        Add("\r\n");
    }

    private void Add(string text) => _field.Advance(Encoding.ASCII.GetBytes(text, _field.GetSpan(text.Length)));

    private void Add(long number)
    {
        number.TryFormat(_field.GetSpan(20), out var written, default, CultureInfo.InvariantCulture);
        _field.Advance(written);
    }

    private void AddBase64(ReadOnlySpan<byte> octets)
    {
        var room = _field.GetSpan(Base64.GetMaxEncodedToUtf8Length(octets.Length));
        Base64.EncodeToUtf8(octets, room, out _, out var written);
        _field.Advance(written);
    }
}
