using Microsoft.Data.Sqlite;
using Xunit;

namespace Digest.EndToEndTests;

/// <summary>
/// What goes wrong outside is one line that says what, where and what to do, and the right exit code.
/// </summary>
public sealed class BadInputTests : IDisposable
{
    private const string Settings = "digests/harbour/newsletter.yml";
    private readonly TempSite _site = new();

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData("unknown command 'rum'; did you mean run?", "rum")]
    [InlineData("unknown option '--att'; did you mean --at?", "run", "--att", "2026-11-08")]
    [InlineData("--at: 'soon' is no moment", "run", "--at", "soon")]
    [InlineData("there is no such file", "run", "--config", "nowhere.json")]
    [InlineData("--transcript nowhere/said.txt: name a file", "run", "--transcript", "nowhere/said.txt")]
    [InlineData("--transcript digests: name a file", "run", "--transcript", "digests")]
    [InlineData("names no issue", "approve", "harbour")]
    [InlineData("other", "run", "other")]
    [InlineData("is not of the form name@domain", "subscribers", "suppress", "nobody")]
    [InlineData("holds a control", "subscribers", "suppress", "a\r\nBcc: b@reader.example")]
    public async Task Wrong_usage_ends_with_2(string message, params string[] args)
    {
        var result = await _site.RunAsync(args);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, Assert.Single(result.ErrorLines));
        Assert.Empty(result.Output);
    }

    [Theory]
    [InlineData("there is no such issue", "approve", "harbour/9")]
    [InlineData("cannot be read", "subscribers", "import", "none.csv", "--newsletter", "harbour", "--consent", "x")]
    public async Task Missing_thing_ends_with_1(string message, params string[] args)
    {
        var result = await _site.RunAsync(args);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(message, Assert.Single(result.ErrorLines));
    }

    [Theory]
    [InlineData("language: en", "language: [", "newsletter.yml:")]
    [InlineData("language: en", "langauge: en", "language")]
    [InlineData("0 0 9 ? * FRI", "every friday", "cron")]
    [InlineData("Europe/Lisbon", "Europe/Lisbonne", "timezone")]
    [InlineData("news@harbour.example", "news@", "from")]
    public async Task Wrong_newsletter_setting_names_file_and_key(string old, string with, string message)
    {
        _site.Replace(Settings, old, with);

        var result = await _site.RunAsync("run");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(result.ErrorLines, line => line.Contains(Settings) && line.Contains(message));
        Assert.False(Directory.Exists(_site.PathOf("digests/harbour/issues")));
    }

    [Fact]
    public async Task Every_settings_error_is_told_at_once()
    {
        _site.Write("appsettings.json", """{ "Mail": { "Transprot": "file" }, "Web": { "PublicUrl": "news" } }""");

        var result = await _site.RunAsync("run");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(result.ErrorLines, line => line.Contains("Mail:Transprot") && line.Contains("Transport?"));
        Assert.Contains(result.ErrorLines, line => line.Contains("Web:PublicUrl"));
    }

    [Fact]
    public async Task Broken_settings_file_names_its_line()
    {
        _site.Write("appsettings.json", "{\n  \"Mail\": {\n    \"Transport\" \"file\"\n  }\n}\n");

        var result = await _site.RunAsync("run");

        Assert.Contains("appsettings.json:3: is not valid JSON", Assert.Single(result.ErrorLines));
    }

    [Fact]
    public async Task Secret_in_a_wrong_place_is_not_printed()
    {
        _site.Environment["DIGEST_Mail__Smtp__Passwort"] = "hunter2";

        var result = await _site.RunAsync("doctor");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("DIGEST_Mail__Smtp__Passwort: Mail:Smtp:Passwort: is no setting", result.Errors);
        Assert.DoesNotContain("hunter2", result.Output + result.Errors);
    }

    [Fact]
    public async Task Value_from_the_environment_is_named_by_its_variable()
    {
        _site.Environment["DIGEST_Mail__BatchSize"] = "0";

        var result = await _site.RunAsync("run");

        Assert.Equal("digest: DIGEST_Mail__BatchSize: Mail:BatchSize is 0; it must be from 1 to 10000",
            Assert.Single(result.ErrorLines));
    }

    [Fact]
    public async Task Same_slug_twice_names_both_files()
    {
        _site.Write("digests/second/newsletter.yml", """
            slug: harbour
            title: Second
            language: en
            from: { name: Second, address: second@harbour.example }
            """);

        var result = await _site.RunAsync("run");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("digests/second/newsletter.yml", result.Errors);
        Assert.Contains(Settings, result.Errors);
    }

    [Fact]
    public async Task Refused_rows_of_a_list_are_told_by_line_and_the_others_stay()
    {
        _site.Write(
            "list.csv",
            "email,name\ngood@reader.example,Good\nbad address,Bad\n\"cr\r\nlf@reader.example\",Ugly\n");

        var result = await _site.RunAsync(
            "subscribers", "import", "list.csv", "--newsletter", "harbour", "--consent", "test");

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("1 added", result.Output);
        Assert.Contains("line 3", result.Output);
        Assert.Contains("line 4", result.Output);
    }

    [Fact]
    public async Task Draft_that_cannot_be_written_is_told_without_a_stack()
    {
        _site.Write("digests/harbour/issues/001.md/keep", "a folder where the file should be");

        var result = await _site.RunAsync("run", "--at", TempSite.FirstWeek);

        Assert.Equal(1, result.ExitCode);
        Assert.DoesNotContain("   at ", result.Errors);
        Assert.Contains("001.md", result.Errors);
    }

    [Fact]
    public async Task Data_folder_that_cannot_be_written_is_one_line()
    {
        _site.Write("data", "a file where the folder should be");

        var result = await _site.RunAsync("run", "--at", TempSite.FirstWeek);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(_site.PathOf("data"), Assert.Single(result.ErrorLines));
    }

    [Fact]
    public async Task Public_folder_that_cannot_be_written_stops_the_run_before_any_letter()
    {
        _site.Write("digests/harbour/public", "a file where the folder should be");

        var result = await _site.RunAsync("run", "--at", TempSite.FirstWeek);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("digests/harbour/public", result.Errors);
        Assert.Empty(_site.Letters());
    }

    [Fact]
    public async Task Disk_that_takes_no_more_is_one_line_and_the_next_run_goes_on()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "limits a file's size as a full disk would, by ulimit");
        var full = await _site.RunLimitedAsync(kilobytes: 128, "run", "--at", TempSite.FirstWeek);
        var again = await _site.RunAsync("run", "--at", TempSite.FirstWeek);

        Assert.Equal(1, full.ExitCode);
        Assert.Contains("digest.db: the disk", full.Errors);
        Assert.DoesNotContain("internal error", full.Errors);
        Assert.True(again.ExitCode == 0, again.Errors);
        Assert.Equal(3, _site.Letters().Length);
    }

    [Fact]
    public async Task Broken_source_of_one_newsletter_leaves_the_other_alone()
    {
        _site.Write("digests/zweite/broken.xml", "this is <no feed");
        _site.Write("digests/zweite/newsletter.yml", """
            title: Zweite
            language: de
            from: { name: Zweite, address: zweite@harbour.example }
            sources: [ { id: broken, type: feed, path: broken.xml } ]
            """);

        var json = await _site.JsonAsync("run", "--at", TempSite.FirstWeek);

        Assert.Equal(["done", "partly-done"], json["runs"]!.AsArray().Select(run => (string?)run!["state"]));
        Assert.Equal(3, _site.Letters().Length);
        Assert.Equal(3, (await _site.RunAsync("run", "--at", TempSite.FirstWeek)).ExitCode);
    }

    [Fact]
    public async Task Wrong_folder_is_told_and_no_ledger_is_begun_there()
    {
        File.Delete(_site.PathOf("appsettings.json"));
        Directory.Move(_site.PathOf("digests"), _site.PathOf("elsewhere"));

        var result = await _site.RunAsync("status");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("there is no appsettings.json", Assert.Single(result.ErrorLines));
        Assert.False(Directory.Exists(_site.PathOf("data")));
    }

    [Fact]
    public async Task Newer_database_is_refused_and_left_alone()
    {
        await _site.RunAsync("status");
        await using (var database = Open())
            Execute(database, "UPDATE schema_version SET version = 9999 WHERE version = 1");

        var result = await _site.RunAsync("run", "--at", TempSite.FirstWeek);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("9999", Assert.Single(result.ErrorLines));
    }

    [Fact]
    public async Task Database_that_another_program_holds_is_one_line()
    {
        await _site.RunAsync("status");
        _site.Environment["DIGEST_Storage__ConnectionString"] = "Data Source=digest.db;Default Timeout=1";
        await using var database = Open();
        Execute(database, "BEGIN EXCLUSIVE");

        var result = await _site.RunAsync("gather", "harbour");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(result.ErrorLines, line => line.Contains("digest.db") && line.Contains("locked"));
    }

    [Fact]
    public async Task Newsletter_that_another_run_works_on_is_left_alone()
    {
        await _site.RunAsync("status");
        Directory.CreateDirectory(_site.PathOf("data/locks"));
        await using var held = new FileStream(
            _site.PathOf("data/locks/harbour.lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        var result = await _site.RunAsync("run", "--at", TempSite.FirstWeek);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("another run works on this newsletter", result.Errors);
    }

    [Fact]
    public async Task Server_that_refuses_us_leaves_every_letter_for_later()
    {
        await using var server = new RefusingServer();
        _site.Environment["DIGEST_Mail__Transport"] = "smtp";
        _site.Environment["DIGEST_Mail__Smtp__Host"] = "127.0.0.1";
        _site.Environment["DIGEST_Mail__Smtp__Port"] = server.Port;
        _site.Environment["DIGEST_Mail__Smtp__Security"] = "none";

        var json = await _site.JsonAsync("run", "--at", TempSite.FirstWeek);

        var delivery = json["runs"]![0]!["delivery"]!;
        Assert.Equal("partly-done", (string?)json["runs"]![0]!["state"]);
        Assert.Equal(0, (int?)delivery["letters"]!["failed"]);
        Assert.Equal(3, (int?)delivery["letters"]!["audience"]);
    }

    private SqliteConnection Open()
    {
        SQLitePCL.Batteries_V2.Init();
        var database = new SqliteConnection($"Data Source={_site.PathOf("data/digest.db")};Pooling=False");
        database.Open();
        return database;
    }

    private static void Execute(SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
