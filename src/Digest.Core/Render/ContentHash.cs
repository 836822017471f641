using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Digest.Model;

namespace Digest.Render;

/// <summary>SHA-256 over everything frozen. Each part goes in with its length, so that no two issues look the same joined.</summary>
internal static class ContentHash
{
    public static string Of(FrozenIssue issue)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in Parts(issue))
            Append(hash, part);

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<string> Parts(FrozenIssue issue) =>
    [
        issue.Issue.Id, issue.Language, issue.Subject, issue.Preheader, issue.Html, issue.Text, issue.Page, issue.Summary, issue.BodyHtml,
        .. issue.Stories.SelectMany(story => (IEnumerable<string>)
            [story.Id, story.Anchor, story.Title, string.Join('\n', story.Section), story.Url ?? "", story.Html, story.Language]),
        .. issue.ItemIds,
    ];

    private static void Append(IncrementalHash hash, string part)
    {
        var bytes = Encoding.UTF8.GetBytes(part);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
