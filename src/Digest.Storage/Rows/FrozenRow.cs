using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Digest.Model;
using Digest.Storage.Sql;

namespace Digest.Storage.Rows;

/// <summary>
/// An issue with its row of <c>frozen_issue</c>: everything rendered, as JSON with a checksum. The issue's own columns
/// win over the copy inside, since its state goes on while what is frozen stays.
/// </summary>
internal sealed class FrozenRow : IssueRow
{
    public new const string Columns = $"{IssueRow.Columns}, f.content AS Content, f.checksum AS Checksum";

    public const string Tables =
        "frozen_issue f JOIN issue i ON i.newsletter = f.newsletter AND i.label = f.label";

    public string Content { get; init; } = "";

    public string Checksum { get; init; } = "";

    public static FrozenRow From(FrozenIssue issue)
    {
        var content = SqlJson.Write(issue);
        return new FrozenRow
        {
            Newsletter = issue.Issue.Ref.Newsletter,
            Label = issue.Issue.Ref.Label,
            Content = content,
            Checksum = ChecksumOf(content),
        };
    }

    /// <exception cref="DigestException">The row is not what was written.</exception>
    public FrozenIssue ToFrozen()
    {
        try
        {
            return ChecksumOf(Content) == Checksum
                ? SqlJson.Read<FrozenIssue>(Content) with { Issue = ToIssue() }
                : throw new JsonException("The checksum is another.");
        }
        catch (JsonException exception)
        {
            throw new DigestException(
                $"{Newsletter}/{Label}: the frozen issue in the database is damaged; restore a backup", exception);
        }
    }

    private static string ChecksumOf(string content) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
}
