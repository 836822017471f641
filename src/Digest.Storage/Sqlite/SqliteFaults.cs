using Digest.Model;
using Microsoft.Data.Sqlite;

namespace Digest.Storage.Sqlite;

/// <summary>
/// The one place that tells SQLite's errors an operator can mend (https://www.sqlite.org/rescode.html) from bugs.
/// </summary>
internal static class SqliteFaults
{
    private const int Perm = 3;
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int IoError = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    private const string Unwritable =
        "the database cannot be written; give this user write access to the file and its folder, or set Paths:Data";

    /// <summary>One line: where, what and what to do; null for anything else.</summary>
    public static DigestException? Explain(Exception exception, string file)
    {
        var reason = exception switch
        {
            SqliteException sqlite => Reason(sqlite.SqliteErrorCode),
            UnauthorizedAccessException => Unwritable,
            IOException io =>
                $"the database cannot be made ({OneLine(io)}); make its folder writable, or set Paths:Data",
            _ => null,
        };
        return reason is null ? null : new DigestException($"{file}: {reason}", exception);
    }

    private static string? Reason(int code) => code switch
    {
        Busy or Locked => "the database is locked by another program; wait until it is done, or stop it, and try again",
        Perm or ReadOnly => Unwritable,
        Full => "the disk is full; free some space and run the same command again, nothing was half-written",
        CannotOpen => "the database cannot be opened; check that its folder exists and that this user may write there",
        NotADatabase => "this file is no SQLite database; move it away, or name another in Storage:ConnectionString",
        Corrupt => "the database is damaged; restore the last backup ('PRAGMA integrity_check' shows the extent)",
        IoError => "the disk did not read or write as it should; check it and its free space, then try again",
        _ => null,
    };

    private static string OneLine(Exception exception) => exception.Message.ReplaceLineEndings(" ").TrimEnd('.');
}
