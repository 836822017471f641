using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Digest.Newsletters;

/// <summary>
/// Reads a settings file into YAML nodes. Aliases are refused, since a few lines of them unfold into gigabytes, and so
/// is nesting deeper than any settings need, since the node reader calls itself for each level.
/// </summary>
internal static class SettingsYaml
{
    private const int LongestText = 256 * 1024;
    private const int DeepestNesting = 20;

    /// <summary>The mapping at the top of the file, or null with the reason among the errors.</summary>
    public static YamlMappingNode? Read(string text, SettingsErrors errors)
    {
        if (text.Length > LongestText)
        {
            errors.Add(1, "file", $"is longer than {LongestText / 1024} KiB; a newsletter.yml is a page or two");
            return null;
        }

        try
        {
            return IsSafe(text, errors) ? Top(text, errors) : null;
        }
        catch (YamlException error)
        {
            errors.Add(Math.Max(1, (int)error.Start.Line), "yaml", Explain(error));
            return null;
        }
    }

    private static bool IsSafe(string text, SettingsErrors errors)
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        while (Advance(parser))
        {
            depth += parser.Current!.NestingIncrease;
            var fault = parser.Current switch
            {
                AnchorAlias => "aliases (*name) are not read here; write the value out",
                _ when depth > DeepestNesting => "is nested too deeply; look for a bracket too many",
                _ => null,
            };
            if (fault is null)
                continue;

            errors.Add((int)parser.Current.Start.Line, "yaml", fault);
            return false;
        }

        return true;
    }

    /// <summary>An unclosed bracket confuses the parser so far that it reports a bug instead of a place.</summary>
    private static bool Advance(Parser parser)
    {
        try
        {
            return parser.MoveNext();
        }
        catch (InvalidOperationException)
        {
            var place = parser.Current?.End ?? Mark.Empty;
            throw new YamlException(place, place, "A bracket or a quote is not closed");
        }
    }

    private static YamlMappingNode? Top(string text, SettingsErrors errors)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        switch (stream.Documents)
        {
            case [{ RootNode: YamlMappingNode top }]:
                return top;
            case []:
                errors.Add(1, "file", "is empty; write at least title, language and from");
                return null;
            case [_]:
                errors.Add(1, "file", "is no settings; write 'key: value' lines such as 'title: My newsletter'");
                return null;
            default:
                var second = (int)stream.Documents[1].RootNode.Start.Line;
                errors.Add(second, "yaml", "a second document begins here; remove the line '---'");
                return null;
        }
    }

    private static string Explain(YamlException error)
    {
        var words = (error.InnerException ?? error).Message.ReplaceLineEndings(" ").TrimEnd('.', ' ');
        if (words.Contains("tab", StringComparison.OrdinalIgnoreCase))
            return "a line is indented with a tab; use spaces";

        return words.StartsWith("Duplicate key", StringComparison.OrdinalIgnoreCase)
            ? $"{words}; keep one of the two"
            : $"{words}; compare the indentation, the quotes and the brackets";
    }
}
