using System.Text;
using Digest.Mail.Mime.Reading;
using Digest.Testing.Servers;
using Xunit;

namespace Digest.IntegrationTests.Mail;

public sealed class ReadingMaildirTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("digest-maildir-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task New_messages_come_before_seen_ones_and_dot_files_never()
    {
        Write("cur", "1.host:2,FS", "Subject: old\n\n");
        Write("new", "3.host", "Subject: newer\n\n");
        Write("new", "2.host", "Subject: new\n\n");
        Write("new", ".hidden", "Subject: hidden\n\n");
        Write("tmp", "4.host", "Subject: not delivered\n\n");

        var messages = await ReadAsync();

        Assert.Equal(
            ["new:", "newer:", "old:FS"],
            messages.Select(message => $"{MimeReader.Read(message.Octets).Headers["Subject"]}:{message.Flags}"));
        Assert.Equal(5, _folder.EnumerateFiles("*", SearchOption.AllDirectories).Count());
    }

    [Fact]
    public async Task Message_that_vanishes_before_its_turn_is_passed_over()
    {
        Write("new", "1", "Subject: a\n\n");
        Write("new", "2", "Subject: b\n\n");

        var read = 0;
        await foreach (var _ in MaildirReader.ReadAsync(_folder.FullName, Token))
        {
            read++;
            File.Delete(Path.Combine(_folder.FullName, "new", "2"));
        }

        Assert.Equal(1, read);
    }

    [Fact]
    public async Task Link_is_not_followed_and_no_folder_is_an_empty_one()
    {
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "new"));
        File.CreateSymbolicLink(Path.Combine(_folder.FullName, "new", "1"), "/etc/hostname");

        Assert.Empty(await ReadAsync());
    }

    [Fact]
    public async Task Pipe_is_not_waited_for()
    {
        Assert.SkipWhen(ForeignProgram.SkipReason("mkfifo") is not null, ForeignProgram.SkipReason("mkfifo") ?? "");
        Write("new", "2", "Subject: a\n\n");
        await ForeignProgram.RunAsync("mkfifo", [Path.Combine(_folder.FullName, "new", "1")], Token);

        Assert.EndsWith("2", Assert.Single(await ReadAsync()).Path, StringComparison.Ordinal);
    }

    private void Write(string part, string name, string text)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder.FullName, part));
        File.WriteAllBytes(Path.Combine(folder.FullName, name), Encoding.UTF8.GetBytes(text));
    }

    private async Task<List<MaildirMessage>> ReadAsync()
    {
        var messages = new List<MaildirMessage>();
        await foreach (var message in MaildirReader.ReadAsync(_folder.FullName, Token))
            messages.Add(message);
        return messages;
    }
}
