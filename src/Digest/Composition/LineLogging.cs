using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Digest.Composition;

/// <summary>Logs to stderr, so that stdout holds results only.</summary>
public static class LineLogging
{
    public static ILoggingBuilder AddLineConsole(this ILoggingBuilder logging)
    {
        logging.AddConsoleFormatter<LineFormatter, ConsoleFormatterOptions>();
        logging.AddConsole(options =>
        {
            options.FormatterName = LineFormatter.FormatterName;
            options.LogToStandardErrorThreshold = LogLevel.Trace;
        });
        return logging;
    }
}
