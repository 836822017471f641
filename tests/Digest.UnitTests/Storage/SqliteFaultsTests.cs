using Digest.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Digest.UnitTests.Storage;

public sealed class SqliteFaultsTests
{
    [Theory]
    [InlineData(3, "write access")]
    [InlineData(5, "locked by another program")]
    [InlineData(6, "locked by another program")]
    [InlineData(8, "write access")]
    [InlineData(10, "check it and its free space")]
    [InlineData(11, "restore the last backup")]
    [InlineData(13, "free some space")]
    [InlineData(14, "cannot be opened")]
    [InlineData(26, "no SQLite database")]
    public void What_an_operator_can_mend_is_one_line_with_file_and_remedy(int code, string remedy)
    {
        var message = SqliteFaults.Explain(new SqliteException("SQLite\nsays so", code), "/data/digest.db")!.Message;

        Assert.StartsWith("/data/digest.db: ", message, StringComparison.Ordinal);
        Assert.Contains(remedy, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(19)]
    public void Wrong_sql_and_broken_rules_are_bugs(int code) =>
        Assert.Null(SqliteFaults.Explain(new SqliteException("bug", code), "/data/digest.db"));

    [Fact]
    public void Cancellation_is_no_fault() =>
        Assert.Null(SqliteFaults.Explain(new OperationCanceledException(), "/data/digest.db"));

    [Fact]
    public void Message_of_the_file_system_stays_on_the_line() =>
        Assert.DoesNotContain('\n', SqliteFaults.Explain(new IOException("no\nspace"), "/data/digest.db")!.Message);
}
