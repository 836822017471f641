using System.CommandLine;
using Digest.Model;
using Digest.Newsletters;
using Digest.Output;
using Digest.Run;

namespace Digest.Commands;

/// <summary>
/// Runs one command line to its exit code. Whatever an operator can mend is one line on stderr; only a bug shows more.
/// </summary>
public sealed class CommandLine(CommandHost host)
{
    public async Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken cancellationToken)
    {
        var arguments = DigestCommand.Create(host).Parse(args);
        if (UsageAdvice.For(arguments) is { } advice)
            return Refuse(advice);

        try
        {
            return await arguments.InvokeAsync(Configuration(), cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            host.Screen.Message("stopped; what was done is kept, and the same command goes on from there");
            return ExitCodes.PartlyDone;
        }
        catch (Exception error) when (Outage.From(error) is { } outage)
        {
            return Report(outage);
        }
        catch (Exception error)
        {
            return ReportBug(error, arguments.GetValue(GlobalOptions.Verbose));
        }
    }

    // Signals are the program's own business: a second handler would race with the worker's.
    private InvocationConfiguration Configuration() => new()
    {
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = null,
        Output = host.Screen.Results,
    };

    private int Refuse(string advice)
    {
        host.Screen.Message($"digest: {advice}");
        return ExitCodes.Usage;
    }

    private int Report(DigestException error)
    {
        var settings = error as SettingsException;
        foreach (var line in settings?.Errors ?? [error.Message])
            host.Screen.Message($"digest: {line}");
        return settings is null ? error.ExitCode : ExitCodes.Usage;
    }

    private int ReportBug(Exception error, bool isVerbose)
    {
        host.Screen.Message($"digest: internal error: {error.GetType().Name}: {error.Message}");
        if (isVerbose || Environment.GetEnvironmentVariable("DIGEST_DEBUG") is { Length: > 0 })
            host.Screen.Messages(error.ToString());
        else
            host.Screen.Message("digest: this is a bug; report it with the output of the same command and --verbose");
        return ExitCodes.Failed;
    }
}
