using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Digest.Web.Http;

/// <summary>
/// Keeps the framework's request lines out of every log, whatever the settings say: the path of an unsubscribe link is
/// a secret that acts for its reader.
/// </summary>
public sealed class QuietRequestLogs : IPostConfigureOptions<LoggerFilterOptions>
{
    private const string Framework = "Microsoft.AspNetCore";

    public void PostConfigure(string? name, LoggerFilterOptions options)
    {
        var louder = options.Rules.Where(IsAboutFramework).ToList();
        foreach (var rule in louder)
            options.Rules.Remove(rule);

        // A rule that names a provider beats one that does not, so each provider that has rules gets its own.
        var providers = options.Rules.Select(rule => rule.ProviderName).Append(null).Distinct().ToList();
        foreach (var provider in providers)
            options.Rules.Add(new LoggerFilterRule(provider, Framework, LogLevel.Warning, filter: null));
    }

    private static bool IsAboutFramework(LoggerFilterRule rule) =>
        rule.CategoryName?.StartsWith(Framework, StringComparison.OrdinalIgnoreCase) == true
        && rule.LogLevel is null or < LogLevel.Warning;
}
