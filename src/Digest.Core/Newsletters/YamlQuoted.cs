using System.Text;

namespace Digest.Newsletters;

/// <summary>Text as a YAML scalar in double quotes, on one line.</summary>
internal static class YamlQuoted
{
    public static string Of(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text.Trim())
        {
            if (c is '"' or '\\')
                quoted.Append('\\');
            quoted.Append(char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c);
        }

        return quoted.Append('"').ToString();
    }
}
