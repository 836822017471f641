using System.Globalization;
using Digest.Mail.Mime.Reading;
using Xunit;

namespace Digest.UnitTests.Mail.Mime.Reading;

public sealed class MailDateTests
{
    [Theory]
    [InlineData("Thu, 19 Nov 2026 10:11:12 +0900", "2026-11-19T10:11:12+09:00")]
    [InlineData("19 Nov 26 10:11 EST", "2026-11-19T10:11:00-05:00")]
    [InlineData("Thu,1 Nov 99 1:2:3 GMT", "1999-11-01T01:02:03+00:00")]
    [InlineData("Fri, 21 Nov 1997 09(comment):   55  :  06 -0600", "1997-11-21T09:55:06-06:00")]
    [InlineData("Thu, 13 Feb 1969 23:32 -0330 (Newfoundland (Time))", "1969-02-13T23:32:00-03:30")]
    [InlineData("Thu Nov 19 10:11:12 2026", "2026-11-19T10:11:12+00:00")]
    [InlineData("Thu Nov  9 10:11:12 PST 2026", "2026-11-09T10:11:12-08:00")]
    [InlineData("2026-11-19T10:11:12Z", "2026-11-19T10:11:12+00:00")]
    [InlineData("2026-11-19T10:11:12+09:00", "2026-11-19T10:11:12+09:00")]
    [InlineData("19-Nov-2026 10:11:12 -0000", "2026-11-19T10:11:12+00:00")]
    [InlineData("Sat, 31 Dec 2016 23:59:60 +0000", "2016-12-31T23:59:59+00:00")]
    [InlineData("Thu, 19 November 126 10:11:12 JST", "2026-11-19T10:11:12+09:00")]
    [InlineData("31 Feb 2026 10:11:12 +0000", null)]
    [InlineData("19 Nov 2026 25:11:12 +0000", "2026-11-19T00:00:00+00:00")]
    [InlineData("9999-99-99T10:11:12Z", null)]
    [InlineData("no date", null)]
    [InlineData("10:00 1--2", null)]
    [InlineData("10:00 --", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Dates_of_every_age_are_read(string? value, string? expected)
    {
        var date = MailDate.TryRead(value, out var read)
            ? read.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture)
            : null;

        Assert.Equal(expected, date);
    }
}
