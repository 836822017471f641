using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Digest.Mail.Dkim;

/// <summary>A DKIM-Signature field as it was read (RFC 6376 §3.5).</summary>
internal sealed record DkimSignature
{
    private const int MaxNames = 500;

    public required string Domain { get; init; }

    public required string Selector { get; init; }

    /// <summary>The names of <c>h=</c> in lower case, in order.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    public required byte[] BodyHash { get; init; }

    public required byte[] Signature { get; init; }

    /// <summary>The domain of <c>i=</c>: the signing one or below it.</summary>
    public required string AgentDomain { get; init; }

    /// <summary>Reads the field; the fault is a clause for a person.</summary>
    public static bool TryRead(
        ReadOnlySpan<byte> field,
        [NotNullWhen(true)] out DkimSignature? signature,
        [NotNullWhen(false)] out string? fault)
    {
        signature = null;
        var value = Encoding.UTF8.GetString(field[(field.IndexOf((byte)':') + 1)..]);
        if (!DkimTags.TryParse(value, out var tags, out fault))
            return false;

        fault = FaultOf(tags);
        if (fault is not null)
            return false;

        signature = From(tags);
        return true;
    }

    private static string? FaultOf(DkimTags tags)
    {
        string[] needed = ["v", "a", "b", "bh", "d", "h", "s"];
        if (needed.FirstOrDefault(name => string.IsNullOrEmpty(tags.Compact(name))) is { } missing)
            return $"says no {missing}=";
        if (tags.Compact("v") != "1")
            return "is of another version";
        if (tags.Compact("a") != "rsa-sha256")
            return "is made with another algorithm than rsa-sha256";
        if (tags.Compact("c") != "relaxed/relaxed")
            return "is over another form than relaxed/relaxed";
        if (tags["l"] is not null)
            return "leaves the end of the body out (l=)";

        return NamesFault(tags.List("h")) ?? Base64Fault(tags) ?? AgentFault(tags);
    }

    private static string? NamesFault(IReadOnlyList<string> names)
    {
        if (names.Count > MaxNames)
            return "names more fields than any mail has";
        return names.Contains("from") ? null : "does not cover From";
    }

    private static string? Base64Fault(DkimTags tags) =>
        Decode(tags, "b") is null || Decode(tags, "bh") is null ? "holds broken base64" : null;

    private static string? AgentFault(DkimTags tags)
    {
        var (agent, domain) = (AgentOf(tags), DomainOf(tags));
        return agent == domain || agent.EndsWith($".{domain}", StringComparison.Ordinal)
            ? null
            : "is for somebody outside its domain (i=)";
    }

    private static DkimSignature From(DkimTags tags) => new()
    {
        Domain = DomainOf(tags),
        Selector = tags.Compact("s")!,
        Names = tags.List("h"),
        BodyHash = Decode(tags, "bh")!,
        Signature = Decode(tags, "b")!,
        AgentDomain = AgentOf(tags),
    };

    private static string DomainOf(DkimTags tags) => tags.Compact("d")!.ToLowerInvariant();

    private static string AgentOf(DkimTags tags) =>
        tags.Compact("i") is { } agent ? agent[(agent.LastIndexOf('@') + 1)..].ToLowerInvariant() : DomainOf(tags);

    private static byte[]? Decode(DkimTags tags, string name)
    {
        var text = tags.Compact(name)!;
        var octets = new byte[text.Length];
        return Convert.TryFromBase64String(text, octets, out var length) ? octets[..length] : null;
    }
}
