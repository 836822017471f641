using Digest.Storage.Sqlite;
using Xunit;

namespace Digest.UnitTests.Storage;

public sealed class SqliteConnectionStringTests
{
    [Theory]
    [InlineData("", "/data/digest.db")]
    [InlineData("Data Source=other.db", "/data/other.db")]
    [InlineData("Data Source=/var/lib/digest.db", "/var/lib/digest.db")]
    public void File_lies_in_the_data_folder_unless_its_path_is_absolute(string text, string file) =>
        Assert.Equal(file, SqliteConnectionString.Complete(text, "/data").DataSource);

    [Theory]
    [InlineData("", 10)]
    [InlineData("Default Timeout=3", 3)]
    [InlineData("Default Timeout=30", 30)]
    public void Wait_for_a_lock_is_ten_seconds_unless_set(string text, int seconds) =>
        Assert.Equal(seconds, SqliteConnectionString.Complete(text, "/data").DefaultTimeout);

    [Fact]
    public void Foreign_keys_are_on_whatever_is_set() =>
        Assert.True(SqliteConnectionString.Complete("Foreign Keys=False", "/data").ForeignKeys);

    [Theory]
    [InlineData("Data Source=:memory:", "in memory")]
    [InlineData("Data Source=x;Mode=Memory", "in memory")]
    [InlineData("Host=db.example;Username=digest", "host")]
    [InlineData("gibberish", "leave it empty")]
    public void Connection_string_that_cannot_be_used_is_refused_with_the_reason(string text, string reason) =>
        Assert.Contains(reason, SqliteConnectionString.Fault(text), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void Usable_connection_string_has_no_fault() =>
        Assert.Null(SqliteConnectionString.Fault("Data Source=digest.db;Default Timeout=5"));
}
