using Digest.Testing.Servers;
using Xunit;

namespace Digest.EndToEndTests;

/// <summary>What the program wrote, read back by programs that we did not write.</summary>
public sealed class ForeignReaderTests : IDisposable
{
    private const string ReadLetters = """
        import email, email.policy, pathlib, sys
        for path in pathlib.Path(sys.argv[1]).rglob('*.eml'):
            raw = path.read_bytes()
            message = email.message_from_bytes(raw, policy=email.policy.default)
            defects = [d for part in message.walk() for d in part.defects]
            defects += [d for part in message.walk() for header in part.values() for d in header.defects]
            assert not defects, (path, defects)
            text = message.get_body(('plain',)).get_content()
            html = message.get_body(('html',)).get_content()
            for words in ('The lighthouse is repaired', '新码头开放', 'The second crane'):
                assert words in text and words in html, (path, words)
            assert 'slot.invalid' not in text + html, path
            assert message['List-Unsubscribe'] and message['Message-ID'] and message['Date'], path
            assert b'\n' not in raw.replace(b'\r\n', b''), path
            print('sound')
        """;

    private readonly TempSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Python_reads_every_letter_without_a_defect()
    {
        SkipWithout("python3");
        await _site.RunAsync("run", "--at", TempSite.FirstWeek);

        var (code, output) = await CallAsync("python3", "-c", ReadLetters, _site.PathOf("data/outbox"));

        Assert.True(code == 0, output);
        Assert.Equal(3, output.Split("sound").Length - 1);
    }

    [Fact]
    public async Task Xmllint_finds_both_feeds_well_formed()
    {
        SkipWithout("xmllint");
        await _site.RunAsync("run", "--at", TempSite.FirstWeek);

        var (code, output) = await CallAsync(
            "xmllint",
            "--noout",
            _site.PathOf("digests/harbour/public/feed.xml"),
            _site.PathOf("digests/harbour/public/atom.xml"));

        Assert.True(code == 0, output);
    }

    private static async Task<(int Code, string Output)> CallAsync(string tool, params string[] args)
    {
        var end = await ForeignProgram.RunAsync(tool, args, TestContext.Current.CancellationToken);
        return (end.ExitCode, end.Output + end.Errors);
    }

    private static void SkipWithout(string tool)
    {
        var reason = ForeignProgram.SkipReason(tool);
        Assert.SkipWhen(reason is not null, reason ?? "");
    }
}
