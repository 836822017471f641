using Digest.Storage.Sql;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Digest.UnitTests.Storage;

public sealed class SqlTimeTests
{
    [Fact]
    public void Time_is_utc_text_of_fixed_width() => Assert.Equal(
        "2026-11-13T02:00:00.0000001Z",
        SqlTime.Write(new DateTimeOffset(2026, 11, 13, 10, 0, 0, TimeSpan.FromHours(8)).AddTicks(1)));

    [Fact]
    public void Time_comes_back_to_the_tick() => Prop
        .ForAll<DateTime>(time => SqlTime.Read(SqlTime.Write(Utc(time))) == Utc(time))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Texts_sort_as_the_times_do() => Prop
        .ForAll<DateTime, DateTime>((a, b) =>
            Math.Sign(string.CompareOrdinal(SqlTime.Write(Utc(a)), SqlTime.Write(Utc(b)))) == Utc(a).CompareTo(Utc(b)))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_is_read_as_no_time()
    {
        Assert.Null(SqlTime.ReadOptional(null));
        Assert.Null(SqlTime.ReadOptional(""));
    }

    private static DateTimeOffset Utc(DateTime time) => new(DateTime.SpecifyKind(time, DateTimeKind.Utc));
}
