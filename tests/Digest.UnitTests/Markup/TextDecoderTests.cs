using System.Text;
using Digest.Markup;
using Xunit;

namespace Digest.UnitTests.Markup;

public sealed class TextDecoderTests
{
    [Fact]
    public void Valid_utf8_is_read_as_utf8() => Assert.Equal("社区动态", TextDecoder.Decode("社区动态"u8));

    [Fact]
    public void A_byte_order_mark_is_not_part_of_the_text() =>
        Assert.Equal("社区", TextDecoder.Decode([0xEF, 0xBB, 0xBF, .. "社区"u8]));

    [Fact]
    public void Utf16_is_known_by_its_mark() =>
        Assert.Equal("社区", TextDecoder.Decode([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("社区")]));

    [Fact]
    public void Bytes_that_are_not_utf8_are_read_as_gb18030() =>
        Assert.Equal("社区动态", TextDecoder.Decode([0xC9, 0xE7, 0xC7, 0xF8, 0xB6, 0xAF, 0xCC, 0xAC]));

    [Fact]
    public void Nothing_is_an_empty_text() => Assert.Equal("", TextDecoder.Decode([]));

    [Fact]
    public void Bytes_of_no_encoding_do_not_throw() =>
        Assert.Contains('\uFFFD', TextDecoder.Decode([0x41, 0xFF, 0xFF, 0x80]));
}
