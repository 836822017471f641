using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Digest.Commands;

/// <summary>Adds an example to a command's help.</summary>
public static class Examples
{
    public static Command WithExample(this Command command, params string[] lines)
    {
        var help = new HelpOption();
        help.Action = new HelpWithExample((HelpAction)help.Action!, lines);
        command.Options.Add(help);
        return command;
    }

    private sealed class HelpWithExample(HelpAction help, IReadOnlyList<string> lines) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var code = help.Invoke(parseResult);
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine(lines.Count == 1 ? "Example:" : "Examples:");
            foreach (var line in lines)
                output.WriteLine($"  {line}");
            return code;
        }
    }
}
