using Digest.Mail.Dns;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Digest.UnitTests.Mail.Dns;

public sealed class DnsPacketTests
{
    private static readonly DnsQuestion Question = new("news.example", DnsType.Mx);

    /// <summary>An MX answer as servers send it, its names compressed.</summary>
    private static readonly byte[] Answer =
    [
        0x12, 0x34, 0x81, 0x80, 0, 1, 0, 2, 0, 0, 0, 0,
        4, .. "news"u8, 7, .. "example"u8, 0, 0, 15, 0, 1,
        0xC0, 12, 0, 15, 0, 1, 0, 0, 1, 0, 0, 7, 0, 10, 2, .. "mx"u8, 0xC0, 12,
        0xC0, 12, 0, 15, 0, 1, 0, 0, 1, 0, 0, 4, 0, 20, 0xC0, 44,
    ];

    [Fact]
    public void Compressed_answer_is_read()
    {
        Assert.True(DnsPacket.TryRead(Answer, out var packet));

        Assert.True(new DnsQuery(0x1234, Question).IsAnsweredBy(packet));
        Assert.Equal(
            [new DnsRecord.Exchanger("news.example", 10, "mx.news.example"),
             new DnsRecord.Exchanger("news.example", 20, "mx.news.example")],
            packet.Answers);
    }

    [Fact]
    public void Question_is_written_with_the_size_of_answers_that_we_take() => Assert.Equal(
        [
            0x12, 0x34, 1, 0, 0, 1, 0, 0, 0, 0, 0, 1, 4, .. "news"u8, 7, .. "example"u8, 0, 0, 15, 0, 1,
            0, 0, 41, 4, 208, 0, 0, 0, 0, 0, 0,
        ],
        new DnsQuery(0x1234, Question).ToPacket(hasEdns: true)!);

    [Theory]
    [InlineData("c00c", 0)]
    [InlineData("c00e", 0)]
    [InlineData("0161c00c", 0)]
    [InlineData("40", 0)]
    [InlineData("3f", 0)]
    [InlineData("0161", 0)]
    [InlineData("c0", 0)]
    public void Name_that_loops_or_ends_too_early_is_no_name(string hex, int position)
    {
        byte[] packet = [.. new byte[12], .. Convert.FromHexString(hex)];
        position += 12;

        Assert.False(DnsName.TryRead(packet, ref position, out _));
    }

    [Fact]
    public void Any_octets_are_an_answer_or_none() => Prop
        .ForAll<byte[]>(octets =>
        {
            _ = DnsPacket.TryRead(octets ?? [], out _);
            _ = DnsPacket.TryRead([.. Answer[..33], .. octets ?? []], out _);
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Answer_with_changed_octets_or_cut_short_never_throws() => Prop
        .ForAll<ushort, byte, ushort>((at, value, length) =>
        {
            var octets = Answer.ToArray();
            octets[at % octets.Length] = value;
            _ = DnsPacket.TryRead(octets.AsSpan(0, length % (octets.Length + 1)), out _);
            _ = DnsPacket.TryRead(octets, out _);
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Answer_that_is_cut_anywhere_is_none()
    {
        for (var length = 0; length < Answer.Length; length++)
            Assert.False(DnsPacket.TryRead(Answer.AsSpan(0, length), out _));
    }
}
