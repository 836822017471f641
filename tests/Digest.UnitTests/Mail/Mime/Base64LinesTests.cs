using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Digest.UnitTests.Mail.Mime;

public sealed class Base64LinesTests
{
    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "YQ==\r\n")]
    public void Each_line_ends(int count, string expected) =>
        Assert.Equal(expected, Encoded.Base64([.. Enumerable.Repeat((byte)'a', count)]));

    [Fact]
    public void Any_octets_come_back_from_lines_of_76_columns() => Prop
        .ForAll<byte[]>(piece =>
        {
            byte[] octets = [.. Enumerable.Repeat(piece, 12).SelectMany(all => all)];
            var lines = Encoded.Base64(octets).Split("\r\n");

            Assert.Equal(octets, Convert.FromBase64String(string.Concat(lines)));
            Assert.All(lines.SkipLast(2), line => Assert.Equal(76, line.Length));
            Assert.True(lines[^1].Length == 0 && lines.All(line => line.Length <= 76));
        })
        .QuickCheckThrowOnFailure();
}
