using System.Globalization;
using Digest.Markup;

namespace Digest.Gather.Command;

/// <summary>Why a program gave no feed, on one line and without secrets.</summary>
internal static class CommandFailure
{
    private const int LastLines = 3;
    private const int ShortestSecret = 4;

    /// <returns>Null for a program that ended well.</returns>
    public static string? Of(CommandEnd end, CommandLine line) => end switch
    {
        CommandEnd.Exited { ExitCode: 0 } => null,
        CommandEnd.Exited exited => string.Create(
            CultureInfo.InvariantCulture, $"ended with exit code {exited.ExitCode}{Errors(exited.LastErrors, line)}"),
        CommandEnd.TooLong slow => string.Create(
            CultureInfo.InvariantCulture,
            $"did not end within {slow.Limit.TotalSeconds} s; raise timeout{Errors(slow.LastErrors, line)}"),
        CommandEnd.TooMuch much => $"was stopped: {CappedRead.TooLarge(much.Limit)}",
        CommandEnd.NotStarted not => $"could not be started: {not.Reason}; is it executable?",
        _ => throw new InvalidOperationException("Unknown end"),
    };

    private static string Errors(string text, CommandLine line)
    {
        // Redacted before anything is cut or joined: part of a secret is one too.
        var harmless = line.Secrets
            .Where(secret => secret.Length >= ShortestSecret)
            .OrderByDescending(secret => secret.Length)
            .Aggregate(text, (left, secret) => left.Replace(secret, "***", StringComparison.Ordinal));

        // What was cut off before may have had the beginning of a secret, and its end is left.
        if (text.Length >= CommandRunner.LongestErrors && line.Secrets.Count > 0)
            harmless = harmless[Math.Min(harmless.Length, line.Secrets.Max(secret => secret.Length))..];
        var lines = harmless.Split(['\n', '\r']).Select(one => one.Trim()).Where(one => one.Length > 0).ToList();
        return lines.Count == 0 ? "" : $": {PlainLine.Of(string.Join(" / ", lines.TakeLast(LastLines)))}";
    }
}
