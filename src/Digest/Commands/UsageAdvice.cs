using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Digest.Newsletters;

namespace Digest.Commands;

/// <summary>
/// One line for a command line that cannot be understood: what is wrong, and what was probably meant.
/// </summary>
public static class UsageAdvice
{
    /// <summary>Null if the command line can be carried out.</summary>
    public static string? For(ParseResult arguments)
    {
        if (arguments.Action is HelpAction or SynchronousCommandLineAction { ClearsParseErrors: true })
            return null;

        // The parser takes an unknown option for the value of an argument.
        if (ArgumentValues(arguments).FirstOrDefault(value => value.Length > 1 && value[0] == '-') is { } option)
            return Unknown(option, arguments);

        return arguments.Action is ParseErrorAction or null ? Fault(arguments) : null;
    }

    private static string Fault(ParseResult arguments)
    {
        var command = arguments.CommandResult.Command;
        if (arguments.UnmatchedTokens is [{ } unknown, ..])
            return Unknown(unknown, arguments);

        return command.Subcommands.Count > 0 && command.Action is null
            ? $"a command is missing: {Names(command)}; see {PathOf(arguments)} --help"
            : $"{arguments.Errors[0].Message.TrimEnd('.')}; see {PathOf(arguments)} --help";
    }

    private static string Unknown(string token, ParseResult arguments)
    {
        var command = arguments.CommandResult.Command;
        var isOption = token.StartsWith('-');
        var known = isOption ? OptionNames(command) : command.Subcommands.Select(sub => sub.Name);
        var kind = isOption ? "option" : command.Subcommands.Count > 0 ? "command" : "argument";
        var advice = NearWord.Find(token, known) is { } near
            ? $"did you mean {near}?"
            : $"see {PathOf(arguments)} --help";
        return $"unknown {kind} '{token}'; {advice}";
    }

    private static IEnumerable<string> ArgumentValues(ParseResult arguments) => arguments.CommandResult.Children
        .OfType<ArgumentResult>()
        .SelectMany(argument => argument.Tokens)
        .Select(token => token.Value);

    private static string Names(Command command) => string.Join(", ", command.Subcommands.Select(sub => sub.Name));

    private static IEnumerable<string> OptionNames(Command command) =>
        command.Options.Concat([GlobalOptions.Json, GlobalOptions.Config, GlobalOptions.Verbose])
            .Select(option => option.Name)
            .Append("--help")
            .Distinct();

    private static string PathOf(ParseResult arguments)
    {
        var names = new Stack<string>();
        for (var at = arguments.CommandResult; at.Parent is CommandResult parent; at = parent)
            names.Push(at.Command.Name);
        return string.Join(' ', names.Prepend("digest"));
    }
}
