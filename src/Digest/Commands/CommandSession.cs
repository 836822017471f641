using System.CommandLine;
using System.Text.Json.Nodes;
using Digest.Composition;
using Digest.Model;
using Digest.Newsletters;
using Digest.Output;
using Digest.Settings;
using Digest.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Digest.Commands;

/// <summary>What a command's action works with: its arguments, the settings, the services and the screen.</summary>
public sealed class CommandSession : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public CommandSession(ParseResult arguments, Screen screen, string workingDirectory, DigestSettings settings)
    {
        Arguments = arguments;
        Screen = screen;
        WorkingDirectory = workingDirectory;
        Settings = settings;
        _services = CommandServices.Build(settings.Configuration, arguments.GetValue(GlobalOptions.Verbose));
    }

    public ParseResult Arguments { get; }

    public Screen Screen { get; }

    public string WorkingDirectory { get; }

    public DigestSettings Settings { get; }

    public bool IsJson => Arguments.GetValue(GlobalOptions.Json);

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    /// <exception cref="SettingsException">Options are wrong; it holds every error.</exception>
    public void CheckOptions()
    {
        if (OptionErrors() is { Count: > 0 } errors)
            throw new SettingsException(
                [.. errors.Select(error => $"{SettingsPlace.Of(error, Settings.File)}: {error}")]);

        // Without this a command run in the wrong folder would begin a new ledger there.
        if (Settings.File is null && !Directory.Exists(Get<IOptions<PathsOptions>>().Value.Digests))
        {
            throw new SettingsException(
            [
                $"there is no appsettings.json in {WorkingDirectory} or above it; go to the project's folder, "
                + "or name the file with --config",
            ]);
        }
    }

    /// <summary>What the options' own rules say, a line each.</summary>
    public IReadOnlyList<string> OptionErrors()
    {
        try
        {
            _services.GetService<IStartupValidator>()?.Validate();
            return [];
        }
        catch (OptionsValidationException error)
        {
            return [.. error.Failures];
        }
        catch (AggregateException errors) when (errors.InnerExceptions.All(one => one is OptionsValidationException))
        {
            return [.. errors.InnerExceptions.Cast<OptionsValidationException>().SelectMany(one => one.Failures)];
        }
    }

    public Task PrepareStorageAsync(CancellationToken cancellationToken) =>
        Get<IStorageStartup>().PrepareAsync(cancellationToken);

    /// <summary>The newsletter of an issue's name, with the name itself.</summary>
    /// <exception cref="DigestException">The text names no issue, or there is no such newsletter.</exception>
    public (Newsletter Newsletter, IssueRef Reference) Issue(string text)
    {
        if (!IssueRef.TryParse(text, out var reference))
        {
            throw new DigestException($"'{text}' names no issue; write newsletter/number, such as community-weekly/1")
            {
                ExitCode = ExitCodes.Usage,
            };
        }

        return (Get<NewsletterCatalog>().Get(reference.Newsletter), reference);
    }

    /// <summary>Shows one result: as JSON if that was asked for, else in words.</summary>
    public void Show(Func<JsonNode> json, Action<Screen> words)
    {
        if (IsJson)
            Screen.Json(json());
        else
            words(Screen);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
