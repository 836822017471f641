using System.Text.RegularExpressions;

namespace Digest.UnitTests.Conventions;

/// <summary>C# with its comments and texts blanked, so that a scan sees code alone.</summary>
internal static partial class CodeText
{
    public static string Of(SourceFile file) => Of(file.Text);

    public static string Of(string text) =>
        NotCode().Replace(text, match => new string([.. match.Value.Select(c => c == '\n' ? '\n' : ' ')]));

    // In this order: raw strings, comments, verbatim strings, other strings, characters.
    [GeneratedRegex(
        """"
        \$*("{3,})(?s:.)*?\1|//[^\n]*|/\*(?s:.)*?\*/|\$?@\$?"([^"]|"")*"|\$?"(\\.|[^"\\\n])*"|'(\\.[^'\n]*|[^'\\\n])'
        """")]
    private static partial Regex NotCode();
}
