using Digest.Web.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Digest.UnitTests.Web;

public sealed class QuietRequestLogsTests
{
    [Fact]
    public void Settings_cannot_turn_request_lines_on()
    {
        var options = new LoggerFilterOptions();
        options.Rules.Add(new(null, "Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Information, null));
        options.Rules.Add(new("Console", null, LogLevel.Trace, null));
        new QuietRequestLogs().PostConfigure(null, options);

        var rules = options.Rules.Where(rule => rule.CategoryName is not null).ToList();
        Assert.Equal([null, "Console"], rules.Select(rule => rule.ProviderName).Order());
        Assert.All(rules, rule => Assert.Equal(LogLevel.Warning, rule.LogLevel));
    }

    [Fact]
    public void Quieter_settings_stay()
    {
        var options = new LoggerFilterOptions();
        var silent = new LoggerFilterRule(null, "Microsoft.AspNetCore.Routing", LogLevel.None, null);
        options.Rules.Add(silent);
        new QuietRequestLogs().PostConfigure(null, options);
        Assert.Contains(silent, options.Rules);
    }
}
