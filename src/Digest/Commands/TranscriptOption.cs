using System.CommandLine;
using Digest.Model;
using Digest.Settings;
using Microsoft.Extensions.Configuration;

namespace Digest.Commands;

/// <summary><c>--transcript FILE</c> of the commands that speak with the mail server.</summary>
public static class TranscriptOption
{
    private static readonly Option<string?> File = new("--transcript")
    {
        Description = "Add what is said with the mail server to a file, readable by you alone: with addresses, "
            + "without secrets and letters",
        HelpName = "FILE",
    };

    public static Command WithTranscript(this Command command)
    {
        command.Add(File);
        return command;
    }

    /// <summary>The settings with the option's file in them, if it was given.</summary>
    public static DigestSettings Apply(ParseResult arguments, DigestSettings settings, string workingDirectory)
    {
        if (arguments.GetValue(File) is not { Length: > 0 } file)
            return settings;

        // Checked here, or the fault would be told of a setting that nobody wrote.
        var path = Path.GetFullPath(file, workingDirectory);
        if (Directory.Exists(path) || !Directory.Exists(Path.GetDirectoryName(path)))
            throw new DigestException($"--transcript {file}: name a file in a folder that is there")
            {
                ExitCode = ExitCodes.Usage,
            };

        var configuration = new ConfigurationBuilder()
            .AddConfiguration(settings.Configuration)
            .AddInMemoryCollection([new("Mail:Smtp:Transcript", path)])
            .Build();
        return settings with { Configuration = configuration };
    }
}
