using Digest.Feeds;
using Digest.Gather.Feed;
using Digest.Model;
using Microsoft.Extensions.Options;

namespace Digest.Gather.Command;

/// <summary>
/// The connector <c>command</c>: a program that prints a feed. Its content goes the way of any other feed; that it may
/// run at all is for whoever runs this program to say, not for <c>newsletter.yml</c>.
/// </summary>
internal sealed class CommandSourceReader(
    IOptions<GatherOptions> options, SourceSecrets secrets, TimeProvider clock) : ISourceReader
{
    public const string Run = "run";
    public const string Names = "environment";
    private const string Limit = "timeout";
    private const int LongestRun = 3600;

    private readonly CommandRunner _runner = new(clock);

    public static SourceKind Kind { get; } = new()
    {
        Type = "command",
        Place = SourcePlace.None,
        Example = "run: [./sources/planet.py]",
        Settings =
        [
            new SourceSetting(Run, "[./sources/planet.py, --days, \"7\"]")
            {
                IsRequired = true,
                IsList = true,
                Check = ArgumentFault,
            },
            new SourceSetting(Names, "[PLANET_TOKEN]") { IsList = true, Check = SourceSecrets.TokenSetting.Check },
            new SourceSetting(Limit, "60") { Check = SettingRules.WholeNumber(1, LongestRun) },
        ],
    };

    public string Type => Kind.Type;

    public async Task<FetchOutcome> ReadAsync(SourceRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadFeedAsync(request, cancellationToken);
        }
        catch (IOException exception)
        {
            return new FetchOutcome.Failed(exception.Message);
        }
    }

    private async Task<FetchOutcome> ReadFeedAsync(SourceRequest request, CancellationToken cancellationToken)
    {
        var name = request.Source.Settings.Text(Run);
        var output = await request.Reading.Answers.TakeAsync(
            $"run {string.Join(' ', request.Source.Settings.Texts(Run))}",
            async token => await OutputAsync(request, token),
            cancellationToken);
        return FeedReader.Read(output, null, null) switch
        {
            FeedReadResult.Read read => new FetchOutcome.Fetched(
                FeedItems.From(read.Feed, request.Source, null),
                [.. read.Warnings.Select(warning => $"{name}: {warning}")]),
            FeedReadResult.NotAFeed not => new FetchOutcome.Failed($"{name}: its output is no feed: {not.Reason}"),
            _ => throw new InvalidOperationException("Unknown result"),
        };
    }

    /// <exception cref="IOException">
    /// The program cannot be run or failed; kept with the raw answers like what it prints.
    /// </exception>
    private async Task<byte[]> OutputAsync(SourceRequest request, CancellationToken cancellationToken)
    {
        var line = LineOf(request);
        var limit = request.Source.Settings.Number(Limit) is { } seconds
            ? TimeSpan.FromSeconds(seconds)
            : options.Value.Timeout;
        var end = await _runner.RunAsync(line, limit, options.Value.MaxFeedBytes, cancellationToken);
        return end is CommandEnd.Exited { ExitCode: 0 } exited
            ? exited.Output.ToArray()
            : throw new IOException($"{request.Source.Settings.Text(Run)}: {CommandFailure.Of(end, line)}");
    }

    // A replay runs nothing, so it asks for neither the permission nor the program nor its secrets.
    private CommandLine LineOf(SourceRequest request)
    {
        if (!options.Value.AllowCommands)
        {
            throw new IOException(
                "runs a program, and Gather:AllowCommands is off; set it if you trust newsletter.yml like code");
        }

        try
        {
            return CommandLine.Of(request.Source, request.Newsletter.Folder, secrets.Variable);
        }
        catch (SourceTroubleException trouble)
        {
            throw new IOException(trouble.Message, trouble);
        }
    }

    private static string? ArgumentFault(string argument) =>
        argument.Contains('\0') ? "holds a NUL character, which no program can be given" : null;
}
