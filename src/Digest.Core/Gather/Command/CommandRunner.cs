using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Digest.Gather.Command;

/// <summary>Runs a program to its end, or to a limit: then it and all that it started is stopped.</summary>
internal sealed class CommandRunner(TimeProvider clock)
{
    /// <summary>The most characters of its complaints that are kept: the last.</summary>
    public const int LongestErrors = 4000;

    public async Task<CommandEnd> RunAsync(
        CommandLine line, TimeSpan limit, int mostBytes, CancellationToken cancellationToken)
    {
        using var process = new Process { StartInfo = line.ToStartInfo() };
        try
        {
            process.Start();
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException)
        {
            return new CommandEnd.NotStarted(exception.Message);
        }

        using var timeout = new CancellationTokenSource(limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        var errors = new StringBuilder();
        try
        {
            process.StandardInput.Close();
            return await ReadAsync(process, errors, mostBytes, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new CommandEnd.TooLong(limit, Last(errors));
        }
        finally
        {
            Stop(process);
        }
    }

    private static async Task<CommandEnd> ReadAsync(
        Process process, StringBuilder errors, int mostBytes, CancellationToken cancellationToken)
    {
        var reading = ReadErrorsAsync(process.StandardError, errors, cancellationToken);
        var output = await CappedRead.ReadAsync(process.StandardOutput.BaseStream, mostBytes, cancellationToken);
        if (output is null)
            return new CommandEnd.TooMuch(mostBytes);

        await reading;
        await process.WaitForExitAsync(cancellationToken);
        return new CommandEnd.Exited(process.ExitCode, output, Last(errors));
    }

    /// <summary>Keeps the end only: a program may complain without end.</summary>
    private static async Task ReadErrorsAsync(
        StreamReader reader, StringBuilder errors, CancellationToken cancellationToken)
    {
        var buffer = new char[LongestErrors];
        int read;
        while ((read = await reader.ReadAsync(buffer, cancellationToken)) > 0)
        {
            lock (errors)
            {
                errors.Append(buffer, 0, read);
                if (errors.Length > LongestErrors)
                    errors.Remove(0, errors.Length - LongestErrors);
            }
        }
    }

    private static string Last(StringBuilder errors)
    {
        lock (errors)
            return errors.ToString();
    }

    private static void Stop(Process process)
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
    }
}
