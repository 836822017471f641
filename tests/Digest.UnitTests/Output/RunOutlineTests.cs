using Digest.Compose;
using Digest.Output;
using Digest.Run;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Output;

public sealed class RunOutlineTests
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    [Fact]
    public void Plain_lines_show_stages_sections_letters_and_relative_paths()
    {
        const string Expected = """
            weekly: 社区动态周刊第1期, sending
              gather: 2 sources, 8 new, 1 failed
                planet: 12 read, 8 new, 2 dated later
                notes: not read: sources/notes: there is no such folder
              draft: new, 8 items added, 1 merged  digests/weekly/issues/001.md
                业界动态: 5
                社区跟踪 › Nova: 3
              approve: frozen 2026-11-13 18:00 +08:00, sha256 aaaaaaaaaaaa
              publish: 3 files, 3 new or changed  digests/weekly/public
                001.html  digests/weekly/public/001.html
                index.html  digests/weekly/public/index.html
                feed.xml  digests/weekly/public/feed.xml
              deliver: weekly/1, 8 letters  data/outbox/weekly-1
                accepted: 6
                suppressed: 1
                deferred, tried again later: 1

            """;

        Assert.Equal(Expected.ReplaceLineEndings("\n"), Plain(RunOutline.Of(Some.RunReport(), Zone)));
    }

    [Fact]
    public void What_stopped_a_run_is_its_last_line()
    {
        var report = Some.RunReport() with { State = RunState.Failed, Error = "the disk is full" };

        Assert.EndsWith("  stopped: the disk is full\n", Plain(RunOutline.Of(report, Zone)));
    }

    [Fact]
    public void Newsletter_without_a_source_is_told_how_to_name_one()
    {
        var report = Some.RunReport() with { Compose = new ComposeOutcome.NothingNew(null, HasSources: false) };

        Assert.Contains(
            "draft: nothing new\n    next: name a source in newsletter.yml", Plain(RunOutline.Of(report, Zone)));
    }

    private static string Plain(Outline outline)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        OutlineLines.Write(writer, outline, workingDirectory: "/");
        return writer.ToString();
    }
}
