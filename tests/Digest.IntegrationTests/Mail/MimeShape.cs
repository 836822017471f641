using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Digest.Mail.Mime.Reading;

namespace Digest.IntegrationTests.Mail;

/// <summary>One part of a message as two readers can be compared: line ends and runs of space made equal.</summary>
/// <param name="Digest">Of the decoded octets of a leaf.</param>
internal sealed record MimeShape(int Depth, string MediaType, string Subject, string Digest, string Text)
{
    public static MimeShape Read(List<JsonElement> row) =>
        new(row[0].GetInt32(), row[1].GetString()!, row[2].GetString()!, row[3].GetString()!, row[4].GetString()!);

    public static IEnumerable<MimeShape> Of(MimeEntity entity, int depth = 0)
    {
        var below = entity.Message is { } message && entity.ContentType.Type == "message" ? [message] : entity.Parts;
        var isLeaf = below.Count == 0;
        yield return new MimeShape(
            depth,
            entity.ContentType.MediaType,
            Collapse(entity.Headers["Subject"] ?? ""),
            isLeaf ? Hash(Lines(Encoding.Latin1.GetString(entity.DecodeBody().Span))) : "",
            isLeaf ? Lines(entity.DecodeText()) : "");
        foreach (var shape in below.SelectMany(part => Of(part, depth + 1)))
            yield return shape;
    }

    /// <summary>What the other did not compare is empty there.</summary>
    public bool IsLike(MimeShape? other) => other is not null
        && (Depth, MediaType, Subject) == (other.Depth, other.MediaType, other.Subject)
        && (Digest.Length == 0 || Digest == other.Digest)
        && (Text.Length == 0 || Text == other.Text);

    private static string Collapse(string text) => string.Join(
        ' ', text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static string Lines(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.Latin1.GetBytes(text)));
}
