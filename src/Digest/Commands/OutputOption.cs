using System.CommandLine;

namespace Digest.Commands;

/// <summary>The option of commands whose result may be a file.</summary>
public static class OutputOption
{
    public static Option<string?> Create() => new("--output")
    {
        Description = "Write to a file instead of stdout",
        HelpName = "FILE",
    };
}
