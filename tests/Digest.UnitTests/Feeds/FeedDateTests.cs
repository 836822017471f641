using System.Globalization;
using Digest.Feeds;
using Xunit;

namespace Digest.UnitTests.Feeds;

public sealed class FeedDateTests
{
    [Theory]
    [InlineData("Thu, 12 Nov 2026 09:30:05 +0800", "2026-11-12T01:30:05Z")]
    [InlineData("12 Nov 2026 09:30 GMT", "2026-11-12T09:30:00Z")]
    [InlineData("Thu,  1 Jan 04 19:48:21 EDT", "2004-01-01T23:48:21Z")]
    [InlineData("Thu, 12 November 2026 09:30:00 PST", "2026-11-12T17:30:00Z")]
    [InlineData("Thu, 12 Nov 2026 09:30:00 GMT+0100 (CET)", "2026-11-12T08:30:00Z")]
    [InlineData("Thu Nov 12 09:30:00 2026", "2026-11-12T09:30:00Z")]
    [InlineData("Thu Nov 12 09:30:00 EST 2026", "2026-11-12T14:30:00Z")]
    [InlineData("November 12, 2026 9:30 PM", "2026-11-12T21:30:00Z")]
    [InlineData("12-Nov-2026", "2026-11-12T00:00:00Z")]
    [InlineData("2026-11-12T09:30:05.123+08:00", "2026-11-12T01:30:05.123Z")]
    [InlineData("2026-11-12 09:30:05 +0800", "2026-11-12T01:30:05Z")]
    [InlineData("2026-11-12T24:00:00Z", "2026-11-13T00:00:00Z")]
    [InlineData("2026-11-12T23:59:60Z", "2026-11-12T23:59:59Z")]
    [InlineData("20031231", "2003-12-31T00:00:00Z")]
    [InlineData("20031231T101112Z", "2003-12-31T10:11:12Z")]
    [InlineData("2003-335", "2003-12-01T00:00:00Z")]
    [InlineData("2004-W05", "2004-01-26T00:00:00Z")]
    [InlineData("2026-11", "2026-11-01T00:00:00Z")]
    [InlineData("2026", "2026-01-01T00:00:00Z")]
    [InlineData("2014.6.13", "2014-06-13T00:00:00Z")]
    [InlineData("2015/05/19 00:35:50", "2015-05-19T00:35:50Z")]
    [InlineData("2014年6月13日", "2014-06-13T00:00:00Z")]
    [InlineData("2014年6月13日 10:20", "2014-06-13T10:20:00Z")]
    [InlineData("2014年06月13日(金) 10時20分", "2014-06-13T10:20:00Z")]
    [InlineData("2014年6月13日 15點4分", "2014-06-13T15:04:00Z")]
    [InlineData("周四, 12 十一月 2026 09:30:05 +0800", "2026-11-12T01:30:05Z")]
    [InlineData("木, 12 11月 2026 09:30:05 +0900", "2026-11-12T00:30:05Z")]
    [InlineData("2004-05-25 오후 11:23:17", "2004-05-25T23:23:17Z")]
    [InlineData("Κυρ, 11 Ιούλ 2004 12:00:00 EST", "2004-07-11T17:00:00Z")]
    [InlineData("2004-július-13T9:15-05:00", "2004-07-13T14:15:00Z")]
    [InlineData("2004-07-08 23:56:58.0", "2004-07-08T23:56:58Z")]
    [InlineData("2026-11-12T09Z", "2026-11-12T09:00:00Z")]
    [InlineData("2026-11-12T09+08:00", "2026-11-12T01:00:00Z")]
    [InlineData("2026-11-12T9:3:5Z", "2026-11-12T09:03:05Z")]
    [InlineData("2026-11-12T09:30:05.Z", "2026-11-12T09:30:05Z")]
    [InlineData("2026-11-12T09:30:05+08:00Z", "2026-11-12T01:30:05Z")]
    [InlineData("2026-11-12 09:30:05 +0000 UTC", "2026-11-12T09:30:05Z")]
    [InlineData("2026-11-12 at 09:30", "2026-11-12T09:30:00Z")]
    [InlineData("12/11/2026 - 09:30", "2026-12-11T09:30:00Z")]
    [InlineData("Thu, 12 Nov 2026 9:3:5 -0700 PDT", "2026-11-12T16:03:05Z")]
    [InlineData("Thu, 12, Nov 2026 9:30", "2026-11-12T09:30:00Z")]
    [InlineData("Thu Nov 12 2026 09:30:05 GMT-0700 (PDT)", "2026-11-12T16:30:05Z")]
    [InlineData("2026-11-12T09:30:05 America/Los_Angeles", "2026-11-12T09:30:05Z")]
    public void Date_is_read_as_written_in_the_wild(string text, string expected)
    {
        Assert.True(FeedDate.TryParse(text, TimeZoneInfo.Utc, out var date));
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), date);
    }

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2026-13-01")]
    [InlineData("2026-02-30")]
    [InlineData("31 Feb 2026")]
    [InlineData("12 Foo 2026")]
    [InlineData("Nov 12")]
    [InlineData("0000-01-01")]
    [InlineData("2026-11-12T25:00:00Z")]
    [InlineData("２０２６-11-12")]
    [InlineData("12 Nov 2026 10:00 +9999")]
    public void What_is_no_date_is_refused(string text)
    {
        Assert.False(FeedDate.TryParse(text, TimeZoneInfo.Utc, out _));
    }

    [Fact]
    public void Date_without_a_zone_is_in_the_zone_given()
    {
        var shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

        Assert.True(FeedDate.TryParse("2015/05/19 00:35:50", shanghai, out var date));
        Assert.Equal(new DateTimeOffset(2015, 5, 19, 0, 35, 50, TimeSpan.FromHours(8)), date);
    }
}
