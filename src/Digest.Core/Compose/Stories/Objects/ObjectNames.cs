using System.Globalization;
using Digest.Markup;

namespace Digest.Compose.Stories.Objects;

/// <summary>Keys in an editor's words: <c>change 38230</c>, <c>blueprint nova/x</c>, <c>page https://…</c>.</summary>
internal static class ObjectNames
{
    private const int LongestName = 90;

    public static string Of(string key)
    {
        var kind = KeyForm.KindOf(key);
        var rest = key.Length > kind.Length ? key[(kind.Length + 1)..] : "";
        var name = kind switch
        {
            "change" or "bug" => $"{kind} {Behind(rest, '/')}",
            "ticket" when rest.Contains('!', StringComparison.Ordinal) => $"merge request {Path(rest)}",
            "ticket" => $"ticket {Path(rest)}",
            "change-id" => $"change {Short(rest)}",
            "commit" => $"commit {Short(rest)}",
            "release" or "milestone" => $"{kind} {rest.Replace('/', ' ')}",
            "blueprint" => $"blueprint {(rest.StartsWith("*/", StringComparison.Ordinal) ? rest[2..] : rest)}",
            "advisory" => rest.ToUpper(CultureInfo.InvariantCulture),
            "message" or "message-hash" => "message",
            "wiki" => $"wiki page {Path(rest)}",
            "pad" => $"pad {Path(rest)}",
            "topic" => $"topic {Behind(rest, '/')}",
            "page" => $"page https:{rest}",
            _ => key,
        };
        return CutText.At(name, LongestName);
    }

    private static string Behind(string text, char mark) => text[(text.LastIndexOf(mark) + 1)..];

    private static string Path(string text) => text[(text.IndexOf('/', StringComparison.Ordinal) + 1)..];

    private static string Short(string hash) => hash[..Math.Min(hash.Length, 10)];
}
