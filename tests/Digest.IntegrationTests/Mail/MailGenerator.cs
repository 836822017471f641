using System.Text;

namespace Digest.IntegrationTests.Mail;

/// <summary>
/// Mails of every kind a reader meets, by hand and not by this project's writer: nested, in many charsets and
/// encodings, of either line end; and the same with lines lost, doubled and changed.
/// </summary>
internal sealed class MailGenerator
{
    private static readonly string[] Charsets =
        ["utf-8", "iso-2022-jp", "shift_jis", "euc-jp", "gb18030", "big5", "euc-kr", "windows-1252", "koi8-r"];

    private static readonly Dictionary<string, string> Words = new()
    {
        ["utf-8"] = "社区 👩‍👩‍👧 é naïve", ["iso-2022-jp"] = "日本語の本文です", ["shift_jis"] = "配信エラーのお知らせ",
        ["euc-jp"] = "宛先が見つかりません", ["gb18030"] = "退信通知社区", ["big5"] = "無此用戶", ["euc-kr"] = "반송된 메일",
        ["windows-1252"] = "Zustellung fehlgeschlagen: Größe", ["koi8-r"] = "Письмо не доставлено",
    };

    private readonly Random _random;
    private int _boundary;

    public MailGenerator(int seed)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        _random = new Random(seed);
    }

    public byte[] Next()
    {
        var mail = Encoding.Latin1.GetBytes(
            $"From: sender@example.org\nTo: reader@example.com\nSubject: {Subject()}\nMIME-Version: 1.0\n{Part(0)}\n");
        return _random.Next(2) == 0 ? mail : ToCrLf(mail);
    }

    public byte[] NextDamaged()
    {
        var lines = Encoding.Latin1.GetString(Next()).Split('\n').ToList();
        for (var i = _random.Next(1, 4); i > 0; i--)
            Damage(lines, _random.Next(lines.Count));
        return Encoding.Latin1.GetBytes(string.Join('\n', lines));
    }

    private void Damage(List<string> lines, int at)
    {
        switch (_random.Next(5))
        {
            case 0 when lines.Count > 1:
                lines.RemoveAt(at);
                break;
            case 1:
                lines.Insert(at, lines[_random.Next(lines.Count)]);
                break;
            case 2 when lines[at].Length > 0:
                lines[at] = lines[at].Remove(_random.Next(lines[at].Length), 1);
                break;
            case 3:
                var column = _random.Next(lines[at].Length + 1);
                lines[at] = lines[at].Insert(column, Pick("=", "?", "-", " ", ";", "\"", "\u00E9"));
                break;
            default:
                lines.RemoveRange(at, Math.Min(_random.Next(4), lines.Count - at - 1));
                break;
        }
    }

    /// <summary>Fields of a part, a blank line and its body, without a line end behind.</summary>
    private string Part(int depth) => _random.Next(depth < 3 ? 6 : 3) switch
    {
        0 => Text("base64"),
        1 => Text("quoted-printable"),
        2 => Text("8bit"),
        3 => $"Content-Type: message/rfc822\n\nSubject: {Subject()}\n{Part(depth + 1)}",
        _ => Multipart(depth),
    };

    private string Multipart(int depth)
    {
        var boundary = $"{Pick("=_b", "----=_Part", "b'()+_,-./:=?")}{_boundary++}";
        var parts = Enumerable.Range(0, _random.Next(1, 4)).Select(_ => $"--{boundary}\n{Part(depth + 1)}\n");
        return $"Content-Type: multipart/{Pick("mixed", "alternative", "report", "related")};\n"
            + $"{Pick(" ", "\t")}boundary=\"{boundary}\"\n\n{Pick("", "preamble\n")}"
            + $"{string.Concat(parts)}--{boundary}--\n";
    }

    private string Text(string encoding)
    {
        var charset = Charsets[_random.Next(Charsets.Length)];
        var body = string.Concat(Enumerable.Range(0, _random.Next(1, 6)).Select(
            _ => $"{Words[charset]}{Pick("", " and more", "=", "--", " From here")}\n"));
        var octets = Encoding.GetEncoding(charset).GetBytes(body);
        return $"Content-Type: text/{Pick("plain", "html")}; charset={Pick(charset, $"\"{charset}\"")}\n"
            + $"Content-Transfer-Encoding: {encoding}\n\n{Encode(octets, encoding)}";
    }

    private static string Encode(byte[] octets, string encoding) => encoding switch
    {
        "base64" => string.Join('\n', Convert.ToBase64String(octets).Chunk(76).Select(line => new string(line))),
        "quoted-printable" => Quoted(octets),
        _ => Encoding.Latin1.GetString(octets),
    };

    private static string Quoted(byte[] octets)
    {
        var (text, column) = (new StringBuilder(), 0);
        foreach (var octet in octets)
        {
            var piece = octet is (byte)'\n' or (byte)' ' or > 32 and < 127 and not (byte)'='
                ? ((char)octet).ToString()
                : $"={octet:X2}";
            column = octet == '\n' ? 0 : column + piece.Length;
            text.Append(column > 72 ? "=\n" : "").Append(piece);
            column = column > 72 ? piece.Length : column;
        }

        return text.ToString();
    }

    private string Subject()
    {
        var charset = Charsets[_random.Next(Charsets.Length)];
        var word = $"=?{charset}?B?{Convert.ToBase64String(Encoding.GetEncoding(charset).GetBytes(Words[charset]))}?=";
        return string.Join(Pick(" ", "\n ", "\n\t"), Enumerable.Range(0, _random.Next(1, 4)).Select(
            _ => Pick("Re:", "plain", word, "=?utf-8?q?caf=C3=A9_=3D?=")));
    }

    private string Pick(params string[] choices) => choices[_random.Next(choices.Length)];

    private static byte[] ToCrLf(byte[] mail) => Encoding.Latin1.GetBytes(
        Encoding.Latin1.GetString(mail).Replace("\n", "\r\n", StringComparison.Ordinal));
}
