using Digest.Gather;
using Digest.Gather.Command;
using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Gather.Command;

public sealed class CommandFailureTests
{
    private static readonly CommandLine Line = new("/bin/keel", [], "/digests/weekly")
    {
        Environment = new Dictionary<string, string>(),
        Secrets = ["s3cret-token"],
    };

    [Fact]
    public void Last_lines_of_errors_are_told_without_secrets()
    {
        var end = new CommandEnd.Exited(3, default, "one\r\ntwo\n\nthree\nfour: s3cret-token\u001b[31m\n");

        Assert.Equal("ended with exit code 3: two / three / four: *** [31m", CommandFailure.Of(end, Line));
    }

    [Fact]
    public void End_of_a_secret_whose_beginning_was_cut_off_is_not_told()
    {
        var cut = "cret-token " + new string('x', CommandRunner.LongestErrors);

        Assert.DoesNotContain("cret", CommandFailure.Of(
            new CommandEnd.Exited(3, default, cut[..CommandRunner.LongestErrors]), Line));
    }

    [Fact]
    public void Each_end_says_what_to_do()
    {
        Assert.Null(CommandFailure.Of(new CommandEnd.Exited(0, default, "noise"), Line));
        Assert.Contains("within 5 s; raise timeout", CommandFailure.Of(
            new CommandEnd.TooLong(TimeSpan.FromSeconds(5), ""), Line));
        Assert.Contains("more than 9 bytes", CommandFailure.Of(new CommandEnd.TooMuch(9), Line));
        Assert.Contains("is it executable?", CommandFailure.Of(new CommandEnd.NotStarted("no"), Line));
    }

    [Fact]
    public void Arguments_behind_the_program_are_pointed_out()
    {
        var source = Some.FeedSource() with
        {
            Settings = new SourceSettingValues(new Dictionary<string, IReadOnlyList<string>>
            {
                ["run"] = ["no-such-program-at-all --now"],
            }),
        };

        var trouble = Assert.Throws<SourceTroubleException>(() => CommandLine.Of(source, "/", _ => null));
        Assert.Contains("arguments are written as a list", trouble.Message);
    }
}
