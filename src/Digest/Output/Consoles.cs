using Spectre.Console;

namespace Digest.Output;

/// <summary>Makes Spectre's consoles from what is known of a writer, never from its own guesses.</summary>
internal static class Consoles
{
    public static IAnsiConsole On(TextWriter writer, bool isTerminal, bool hasColour)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal && hasColour ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        return console;
    }
}
