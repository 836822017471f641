using System.CommandLine;
using Digest.Output;
using Digest.Settings;

namespace Digest.Commands;

/// <summary>Opens a session for a command's action and closes it after.</summary>
public sealed class CommandHost(Screen screen, string workingDirectory)
{
    public Screen Screen { get; } = screen;

    public string WorkingDirectory { get; } = workingDirectory;

    /// <summary>For actions that use the database: it is opened and brought to this version first.</summary>
    public Func<ParseResult, CancellationToken, Task<int>> WithStorage(
        Func<CommandSession, CancellationToken, Task<int>> action) => async (arguments, cancellationToken) =>
        {
            await using var session = Open(arguments);
            session.CheckOptions();
            await session.PrepareStorageAsync(cancellationToken);
            return await action(session, cancellationToken);
        };

    /// <summary>For actions that must work without a database, or look at it themselves.</summary>
    public Func<ParseResult, CancellationToken, Task<int>> WithoutStorage(
        Func<CommandSession, CancellationToken, Task<int>> action) => async (arguments, cancellationToken) =>
        {
            await using var session = Open(arguments);
            return await action(session, cancellationToken);
        };

    /// <summary>The settings as the command line asks for them.</summary>
    public DigestSettings LoadSettings(ParseResult arguments) => TranscriptOption.Apply(
        arguments,
        SettingsLoader.Load(arguments.GetValue(GlobalOptions.Config), WorkingDirectory),
        WorkingDirectory);

    private CommandSession Open(ParseResult arguments) =>
        new(arguments, Screen, WorkingDirectory, LoadSettings(arguments));
}
