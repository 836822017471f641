using Digest.Model;
using Digest.Newsletters;
using Microsoft.Extensions.Configuration;

namespace Digest.Settings;

/// <summary>
/// Reads the settings: the program's defaults, then <c>appsettings.json</c>, then the environment (<c>DIGEST_</c>, two
/// underscores for a colon). Nothing is opened or written here.
/// </summary>
public static class SettingsLoader
{
    public const string EnvironmentPrefix = "DIGEST_";

    private const string TemplatesKey = "Paths:Templates";

    private static readonly string[] PathKeys =
    [
        "Paths:Digests", TemplatesKey, "Paths:Data", "Mail:Dkim:KeyFile", "Mail:Smtp:CaFile", "Mail:Smtp:PasswordFile",
        "Mail:Smtp:AccessTokenFile", "Mail:Smtp:Transcript",
    ];

    // A program that was installed somewhere brings its templates along.
    private static readonly string ShippedTemplates = Path.Combine(AppContext.BaseDirectory, "templates");

    /// <param name="configFile">What <c>--config</c> says; null to look for the file.</param>
    /// <param name="workingDirectory">Where looking begins, and what paths are relative to if there is no file.</param>
    /// <exception cref="DigestException">The file cannot be read.</exception>
    /// <exception cref="SettingsException">Keys or values are wrong; it holds every error.</exception>
    public static DigestSettings Load(string? configFile, string workingDirectory)
    {
        var file = SettingsFile.Find(configFile, workingDirectory);
        var folder = file is null ? workingDirectory : Path.GetDirectoryName(file)!;
        var builder = new ConfigurationBuilder();
        builder.AddInMemoryCollection(Defaults());
        if (file is not null)
            builder.AddJsonFile(file, optional: false, reloadOnChange: false);
        builder.AddEnvironmentVariables(EnvironmentPrefix);

        var asWritten = Build(builder, file);
        if (SettingsCheck.Errors(asWritten) is { Count: > 0 } errors)
            throw new SettingsException([.. errors.Select(error => $"{SettingsPlace.Of(error, file)}: {error}")]);

        return new DigestSettings(builder.AddInMemoryCollection(Absolute(asWritten, folder)).Build(), folder, file);
    }

    private static IConfigurationRoot Build(ConfigurationBuilder builder, string? file)
    {
        try
        {
            return builder.Build();
        }
        catch (InvalidDataException error)
        {
            var reason = (error.InnerException ?? error).Message.ReplaceLineEndings(" ");
            throw new DigestException($"{file}: {reason} Keep one of them", error);
        }
    }

    private static Dictionary<string, string?> Defaults()
    {
        var paths = new PathsOptions();
        return new Dictionary<string, string?>
        {
            ["Paths:Digests"] = paths.Digests,
            ["Paths:Templates"] = paths.Templates,
            ["Paths:Data"] = paths.Data,
            ["Logging:LogLevel:Default"] = "Warning",
        };
    }

    private static Dictionary<string, string?> Absolute(IConfiguration configuration, string folder)
    {
        var absolute = new Dictionary<string, string?>();
        foreach (var key in PathKeys)
        {
            if (configuration[key] is { Length: > 0 } path)
                absolute[key] = Path.GetFullPath(path, folder);
        }

        if (configuration[TemplatesKey] == new PathsOptions().Templates && !Directory.Exists(absolute[TemplatesKey]))
            absolute[TemplatesKey] = ShippedTemplates;
        return absolute;
    }
}
