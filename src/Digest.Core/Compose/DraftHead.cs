using System.Globalization;
using System.Text;
using Digest.Model;

namespace Digest.Compose;

/// <summary>The top of a new draft: the settings an editor may change, and how to go on.</summary>
internal static class DraftHead
{
    public static string Of(Issue issue, Newsletter newsletter, DraftWords words)
    {
        var text = new StringBuilder("---\n")
            .Append(CultureInfo.InvariantCulture, $"title: {Quoted(issue.Title)}\n")
            .Append(CultureInfo.InvariantCulture, $"number: {issue.Number}\n")
            .Append(CultureInfo.InvariantCulture, $"from: {issue.From:yyyy-MM-dd}\n")
            .Append(CultureInfo.InvariantCulture, $"to: {issue.To:yyyy-MM-dd}\n")
            .Append(CultureInfo.InvariantCulture, $"id: {Quoted(issue.Id)}\n")
            .Append(CultureInfo.InvariantCulture, $"language: {newsletter.Language}\n")
            .Append("---\n\n<!--\n");
        foreach (var line in words.Guide)
            text.Append(line).Append('\n');

        return text.Append("-->\n").ToString();
    }

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
