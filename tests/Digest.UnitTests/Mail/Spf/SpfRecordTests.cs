using Digest.Mail.Spf;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Digest.UnitTests.Mail.Spf;

public sealed class SpfRecordTests
{
    [Theory]
    [InlineData("v=spf1 ipv4:192.0.2.1 -all", 7)]
    [InlineData("v=spf1 ip4:192.0.2.256 -all", 11)]
    [InlineData("v=spf1 ip4:192.0.2.1/33", 20)]
    [InlineData("v=spf1 ip4:192.0.2.01", 11)]
    [InlineData("v=spf1 ip4:127.1", 11)]
    [InlineData("v=spf1 ip4", 10)]
    [InlineData("v=spf1 ip6:192.0.2.1", 11)]
    [InlineData("v=spf1 all:example.com", 10)]
    [InlineData("v=spf1 a: -all", 8)]
    [InlineData("v=spf1 a/024", 8)]
    [InlineData("v=spf1 a//129", 8)]
    [InlineData("v=spf1 a/24/64", 8)]
    [InlineData("v=spf1 include", 14)]
    [InlineData("v=spf1 include:%{t}.example.com", 15)]
    [InlineData("v=spf1 redirect=a.example redirect=b.example", 26)]
    [InlineData("v=spf1 -all.", 8)]
    [InlineData("v=spf1 mx -", 11)]
    [InlineData("v=spf1 -=x", 7)]
    public void Wrong_term_is_refused_with_its_place(string text, int position)
    {
        Assert.False(SpfRecord.TryParse(text, out _, out var fault));
        Assert.Equal(position, fault.Position);
        Assert.NotEmpty(fault.Message);
    }

    [Theory]
    [InlineData("v=spf1 a:a.example/24//64 mx//64 A/8 -all", 4)]
    [InlineData("V=SPF1   MX  ", 1)]
    [InlineData("v=spf1 include:_spf.%{d} exists:%{l1r+-}._x.%{d2} ptr ip6:::1 ip6:2001:db8::/32", 5)]
    [InlineData("v=spf1 exp=why.example other.name=x/y:z=%{i} redirect=_spf.example.", 0)]
    public void Right_record_is_read(string text, int directives)
    {
        Assert.True(SpfRecord.TryParse(text, out var record, out _));
        Assert.Equal(directives, record.Directives.Count);
    }

    [Fact]
    public void Any_text_is_read_or_refused_inside_itself() => Prop
        .ForAll<string>(text =>
        {
            var record = $"v=spf1 {text}";
            return SpfRecord.TryParse(record, out _, out var fault)
                || (fault.Position >= 7 && fault.Position <= record.Length);
        })
        .QuickCheckThrowOnFailure();
}
