using Digest.Gather;
using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Gather.Mailbox;

public sealed class MailboxTests : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly GatherHost _host = new();

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Mails_of_a_maildir_become_items_and_stay_where_they_are()
    {
        var path = _folder.Write("box/new/1.a", Some.ListMail("浮木 1.2", "a@x"));
        _folder.Write("box/cur/2.b:2,S", Some.ListMail("Sail 3", "b@x"));

        var fetched = await FetchedAsync("box");

        Assert.Equal(["浮木 1.2", "Sail 3"], fetched.Items.Select(item => item.Title));
        Assert.True(File.Exists(path));
    }

    [Fact]
    public async Task Mail_that_was_read_is_not_told_again_wherever_it_moves()
    {
        _folder.Write("box/new/1.a", Some.ListMail("One", "a@x"));
        var first = await FetchedAsync("box");
        Directory.CreateDirectory(Path.Combine(_folder.Path, "box/cur"));
        File.Move(Path.Combine(_folder.Path, "box/new/1.a"), Path.Combine(_folder.Path, "box/cur/1.a:2,S"));
        _folder.Write("box/new/2.b", Some.ListMail("Late", "b@x", date: Some.RunMoment.AddDays(-90)));

        var second = await FetchedAsync("box", first.Memory);

        Assert.Equal(["Late"], second.Items.Select(item => item.Title));
    }

    [Fact]
    public async Task First_read_tells_the_window_alone()
    {
        _folder.Write("box/new/1.a", Some.ListMail("Old", "a@x", date: Some.RunMoment.AddDays(-90)));

        Assert.Empty((await FetchedAsync("box")).Items);
    }

    [Fact]
    public async Task Last_mail_of_a_growing_file_waits_until_it_is_whole()
    {
        var growing = Some.Mbox(Some.ListMail("One", "a@x")) + "From b@x  Thu Nov 12 09:30:00 2026\n";
        var path = _folder.Write("inbox", growing + "Subject: Tw");
        File.SetLastWriteTimeUtc(path, Some.RunMoment.UtcDateTime.AddSeconds(-5));
        var first = await FetchedAsync("inbox");
        _folder.Write("inbox", growing + "Subject: Two\n\nWords\n\n");

        var second = await FetchedAsync("inbox", first.Memory);

        Assert.Equal(["One"], first.Items.Select(item => item.Title));
        Assert.Equal(["Two"], second.Items.Select(item => item.Title));
    }

    [Fact]
    public async Task File_that_nobody_writes_any_more_is_read_to_its_end()
    {
        var path = _folder.Write("one.eml", Some.ListMail("One", "a@x", body: "no blank line below").TrimEnd());
        File.SetLastWriteTimeUtc(path, Some.RunMoment.UtcDateTime.AddHours(-1));

        Assert.Single((await FetchedAsync("one.eml")).Items);
    }

    [Fact]
    public async Task Folder_of_single_mails_is_read()
    {
        _folder.Write("mails/1.eml", Some.ListMail("One", "a@x") + "\n");
        _folder.Write("mails/notes.txt", "no mail");

        Assert.Single((await FetchedAsync("mails")).Items);
    }

    [Fact]
    public async Task Only_wanted_senders_are_read()
    {
        _folder.Write("box/new/1.a", "From: News <news@sail.example>\nSubject: Sail 3\n\nWords");
        _folder.Write("box/new/2.b", "From: Aunt <aunt@x.example>\nSubject: Birthday\n\nWords");
        var settings = new Dictionary<string, IReadOnlyList<string>> { ["from"] = ["@sail.example"] };

        var fetched = await FetchedAsync("box", null, new SourceSettingValues(settings));

        Assert.Equal(["Sail 3"], fetched.Items.Select(item => item.Title));
    }

    [Fact]
    public async Task Mailbox_that_is_not_there_is_a_failure()
    {
        var outcome = await _host.ReadAsync(Source("nowhere", SourceSettingValues.None));

        Assert.Contains("there is no such mailbox", Assert.IsType<FetchOutcome.Failed>(outcome).Reason);
    }

    private SourceDefinition Source(string name, SourceSettingValues settings) =>
        new() { Id = "inbox", Type = "mailbox", Path = Path.Combine(_folder.Path, name), Settings = settings };

    private async Task<FetchOutcome.Fetched> FetchedAsync(
        string name, string? memory = null, SourceSettingValues? settings = null) =>
        Assert.IsType<FetchOutcome.Fetched>(await _host.ReadAsync(
            Source(name, settings ?? SourceSettingValues.None), new SourceState { Memory = memory }));
}
