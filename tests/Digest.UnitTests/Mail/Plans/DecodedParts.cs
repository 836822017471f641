using System.Text;

namespace Digest.UnitTests.Mail.Plans;

/// <summary>A mail taken apart: its header without the boundary, and the texts of its parts.</summary>
internal static class DecodedParts
{
    public static string Head(byte[] message)
    {
        var text = Encoding.UTF8.GetString(message);
        var head = text[..text.IndexOf("\r\n\r\n", StringComparison.Ordinal)];
        return BoundaryOf(text) is { } boundary ? head.Replace(boundary, "", StringComparison.Ordinal) : head;
    }

    public static IReadOnlyList<string> Texts(byte[] message)
    {
        var text = Encoding.UTF8.GetString(message);
        return BoundaryOf(text) is { } boundary
            ? [.. text.Split($"--{boundary}")[1..^1].Select(part => Decode(part[2..^2]))]
            : [Decode(text)];
    }

    private static string? BoundaryOf(string text)
    {
        var start = text.IndexOf("boundary=\"", StringComparison.Ordinal);
        return start < 0 ? null : text[(start + 10)..text.IndexOf('"', start + 10)];
    }

    private static string Decode(string part)
    {
        var split = part.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var body = part[(split + 4)..];
        return Encoding.UTF8.GetString(part[..split].Contains("base64", StringComparison.Ordinal)
            ? Convert.FromBase64String(body)
            : UndoQuoting(body));
    }

    private static byte[] UndoQuoting(string body)
    {
        var octets = new List<byte>();
        var joined = body.Replace("=\r\n", "", StringComparison.Ordinal);
        for (var i = 0; i < joined.Length; i += joined[i] == '=' ? 3 : 1)
            octets.Add(joined[i] == '=' ? Convert.FromHexString(joined.AsSpan(i + 1, 2))[0] : (byte)joined[i]);
        return [.. octets];
    }
}
