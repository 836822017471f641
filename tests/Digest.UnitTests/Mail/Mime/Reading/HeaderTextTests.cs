using System.Text;
using Digest.Mail.Mime.Reading;
using Xunit;

namespace Digest.UnitTests.Mail.Mime.Reading;

public sealed class HeaderTextTests
{
    [Theory]
    [InlineData("=?utf-8?Q?caf=C3=A9?=", "café")]
    [InlineData("=?UTF-8?q?caf=c3=a9_au=5Flait?=", "café au_lait")]
    [InlineData("a =?utf-8?B?w6k=?= =?utf-8?Q?_b?= c", "a é b c")]
    [InlineData("=?utf-8?B?5Q==?= =?utf-8?B?sLE=?=", "\u5C31")]
    [InlineData("=?utf-8?Q?=E5=B0?=\r\n =?UTF-8?B?sQ==?=", "就")]
    [InlineData("=?utf-8?B?w6k?=", "é")]
    [InlineData("=?utf-8*fr?Q?=C3=A9?=", "é")]
    [InlineData("\"=?utf-8?Q?=C3=A9?=\" <a@b>", "\"é\" <a@b>")]
    [InlineData("x=?utf-8?Q?=C3=A9?=y", "xéy")]
    [InlineData("=?utf-8?Q?two words?=", "two words")]
    [InlineData("=?utf-8?Q?What??=", "What?")]
    [InlineData("=?utf-8?Q??= x", " x")]
    [InlineData("=?nobody-knows?Q?=C3=A9?=", "é")]
    [InlineData("=?utf-7?Q?+ADw-script+AD4-?=", "+ADw-script+AD4-")]
    [InlineData("=?utf-8?Q?a=0D=0ABcc:_x?=", "a  Bcc: x")]
    [InlineData("=?utf-8?X?abc?=", "=?utf-8?X?abc?=")]
    [InlineData("=?utf-8?Q?no end", "=?utf-8?Q?no end")]
    [InlineData("=?gb2312?B?nJ2csQ==?=", "湞湵")]
    public void Encoded_words_are_undone(string raw, string text) => Assert.Equal(text, Decode(raw));

    [Theory]
    [InlineData("cp932")]
    [InlineData("ms932")]
    [InlineData("Windows-31J")]
    [InlineData("x-sjis")]
    [InlineData("SHIFT-JIS")]
    public void Shift_jis_has_many_names(string charset) =>
        Assert.Equal("髙①", Decode($"=?{charset}?B?+/yHQA==?=").Replace('\u9AD9', '髙'));

    [Theory]
    [InlineData("gb2312", "s8zQ8g==", "程序")]
    [InlineData("x-gbk", "s8zQ8g==", "程序")]
    [InlineData("ks_c_5601-1987", "udrA5Q==", "박장")]
    [InlineData("big5-hkscs", "p9o=", "我")]
    [InlineData("iso-8859-8-i", "+OXt", "רום")]
    [InlineData("iso-8859-1", "gA==", "€")]
    [InlineData("iso-8859-15", "pA==", "€")]
    [InlineData("cp1251", "zw==", "П")]
    [InlineData("iso-2022-jp", "GyRCRnxLXA==", "日本")]
    [InlineData("ansi_x3.4-1968", "YQ==", "a")]
    public void Charsets_are_known_by_their_usual_names(string charset, string base64, string text) =>
        Assert.Equal(text, Decode($"=?{charset}?B?{base64}?="));

    [Theory]
    [InlineData(new byte[] { 0xC3, 0xA9 }, null, "é")]
    [InlineData(new byte[] { 0xE9, 0x61 }, null, "éa")]
    [InlineData(new byte[] { 0xCD, 0xCB, 0xD0, 0xC5 }, null, "退信")]
    [InlineData(new byte[] { 0xB5, 0x4C, 0xA6, 0xB9 }, "big5", "無此")]
    [InlineData(new byte[] { 0x1B, 0x24, 0x42, 0x46, 0x7C, 0x1B, 0x28, 0x42 }, null, "日")]
    public void Raw_octets_are_read_as_what_they_look_like(byte[] raw, string? charset, string text)
    {
        var rest = Encoding.ASCII.GetBytes($"\nContent-Type: text/plain; charset={charset}\n\n");
        byte[] message = [.. "Subject: "u8, .. raw, .. rest];

        Assert.Equal(text, MimeReader.Read(message).Headers["Subject"]);
    }

    [Fact]
    public void Fields_keep_their_order_and_their_octets()
    {
        var headers = MimeReader.Read("Received: a\r\nX: y\r\nreceived: b\r\n\tc  \r\n\r\n"u8.ToArray()).Headers;

        Assert.Equal(["a", "b\tc"], headers.All("Received"));
        Assert.Equal(["Received", "X", "received"], headers.Select(line => line.Name));
        Assert.Equal(" b\r\n\tc  "u8.ToArray(), headers[2].Raw.ToArray());
        Assert.Null(headers["Y"]);
    }

    private static string Decode(string raw) =>
        MimeReader.Read(Encoding.Latin1.GetBytes($"Subject: {raw}\r\n\r\n")).Headers["Subject"]!;
}
