using System.Text.Json.Nodes;
using Digest.Run;

namespace Digest.Commands;

/// <summary>The standing of newsletters and issues as JSON.</summary>
internal static class StatusJson
{
    public static JsonObject Write(NewsletterStatus status) => new()
    {
        ["newsletter"] = status.Newsletter.Slug,
        ["title"] = status.Newsletter.Title,
        ["failingSources"] = JsonNodes.Array(status.Failing, failing => new JsonObject
        {
            ["source"] = failing.SourceId,
            ["error"] = failing.Error,
        }),
        ["issues"] = JsonNodes.Array(status.Issues, Write),
    };

    public static JsonObject Write(IssueStatus status)
    {
        var node = IssueJson.Write(status.Issue);
        node["path"] = status.Path;
        node["page"] = status.Page;
        node["sections"] = JsonNodes.Array(status.Sections, section => new JsonObject
        {
            ["section"] = section.Section,
            ["items"] = section.Items,
        });
        node["letters"] = IssueJson.Write(status.Letters);
        return node;
    }
}
