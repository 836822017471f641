using Digest.Mail.Smtp;
using Xunit;

namespace Digest.UnitTests.Mail.Smtp;

public sealed class SmtpDeadlineTests
{
    [Fact]
    public async Task A_wait_that_takes_too_long_expires_and_says_its_limit()
    {
        var expired = new TaskCompletionSource();
        using var deadline = new SmtpDeadline(expired.SetResult);
        deadline.Start(TimeSpan.FromHours(1));
        deadline.Stop();
        deadline.Start(TimeSpan.Zero);
        await expired.Task;

        Assert.Equal(TimeSpan.Zero, deadline.Expired);
    }
}
