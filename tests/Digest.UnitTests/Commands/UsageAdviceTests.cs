using Digest.Commands;
using Digest.Output;
using Xunit;

namespace Digest.UnitTests.Commands;

public sealed class UsageAdviceTests
{
    [Theory]
    [InlineData("rum", "unknown command 'rum'; did you mean run?")]
    [InlineData("run --att 2026-11-20", "unknown option '--att'; did you mean --at?")]
    [InlineData("status --jsn", "unknown option '--jsn'; did you mean --json?")]
    [InlineData("issues lst", "unknown command 'lst'; did you mean list?")]
    [InlineData("run a b", "unknown argument 'b'; see digest run --help")]
    public void Wrong_line_is_answered_with_what_was_probably_meant(string line, string advice) =>
        Assert.Equal(advice, Advice(line));

    [Theory]
    [InlineData("run")]
    [InlineData("run weekly --at 2026-11-20 --json")]
    [InlineData("--version")]
    [InlineData("issues list --help")]
    public void Right_line_needs_no_advice(string line) => Assert.Null(Advice(line));

    [Fact]
    public void Missing_command_lists_those_there_are() => Assert.Equal(
        "a command is missing: list, show, import, export; see digest sources --help", Advice("sources"));

    [Fact]
    public void Every_command_has_a_description_and_an_example()
    {
        foreach (var command in Commands.Flatten(DigestCommand.Create(Host())))
        {
            Assert.False(string.IsNullOrEmpty(command.Description), command.Name);
            Assert.True(command.Subcommands.Count > 0 || Commands.HasExample(command), command.Name);
        }
    }

    private static string? Advice(string line) =>
        UsageAdvice.For(DigestCommand.Create(Host()).Parse(line.Split(' ')));

    private static CommandHost Host() =>
        new(new Screen(TextWriter.Null, TextWriter.Null, new ScreenTraits(), "/"), "/");

    private static class Commands
    {
        public static IEnumerable<System.CommandLine.Command> Flatten(System.CommandLine.Command command) =>
            command.Subcommands.SelectMany(sub => Flatten(sub).Prepend(sub));

        public static bool HasExample(System.CommandLine.Command command) =>
            command.Options.Any(option => option is System.CommandLine.Help.HelpOption);
    }
}
