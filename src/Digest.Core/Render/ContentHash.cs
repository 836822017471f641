using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Digest.Model;

namespace Digest.Render;

/// <summary>SHA-256 over everything frozen. Each part goes in with its length: no other parts give it.</summary>
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
        issue.Issue.Id, issue.Language, issue.Subject, issue.Preheader, issue.Summary,
        issue.Html, issue.Text, issue.Page, issue.BodyHtml,
        .. issue.Stories.SelectMany(Parts),
        .. issue.ItemIds,
    ];

    private static IEnumerable<string> Parts(FrozenStory story) =>
    [
        story.Id, story.Anchor, story.Title, string.Join('\n', story.Section),
        story.Url ?? "", story.Html, story.Language,
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
