using System.CommandLine;

namespace Digest.Commands;

/// <summary>Options that every command takes.</summary>
public static class GlobalOptions
{
    public static Option<bool> Json { get; } = new("--json")
    {
        Description = "Write the result as JSON on stdout, and nothing else there",
        Recursive = true,
    };

    public static Option<string?> Config { get; } = new("--config")
    {
        Description = "The settings file (default: the nearest appsettings.json from here upward)",
        HelpName = "FILE",
        Recursive = true,
    };

    public static Option<bool> Verbose { get; } = new("--verbose")
    {
        Description = "Log on stderr, and show the stack of an internal error",
        Recursive = true,
    };
}
