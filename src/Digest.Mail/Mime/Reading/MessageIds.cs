using System.Buffers;

namespace Digest.Mail.Mime.Reading;

/// <summary>Reads <c>Message-ID</c>, <c>In-Reply-To</c> and <c>References</c> (RFC 5322 §3.6.4).</summary>
public static class MessageIds
{
    private const int MaxIds = 1000;
    private static readonly SearchValues<char> Separators = SearchValues.Create(" \t\r\n,<>\"");

    /// <summary>
    /// The identifiers in order, without their angle brackets. A value without any brackets gives its words that hold
    /// an at sign: old clients leave the brackets out.
    /// </summary>
    public static IReadOnlyList<string> Read(string? value)
    {
        var ids = new List<string>();
        var rest = value.AsSpan();
        if (!rest.Contains('<'))
            return Bare(rest);

        for (var open = rest.IndexOf('<'); open >= 0 && ids.Count < MaxIds; open = rest.IndexOf('<'))
        {
            rest = rest[(open + 1)..];
            var end = rest.IndexOfAny('>', '<');
            var id = string.Concat((end < 0 ? rest : rest[..end]).ToString().Where(c => !char.IsWhiteSpace(c)));
            if (id.Length > 0)
                ids.Add(id);
            rest = end < 0 ? default : rest[end..];
        }

        return ids;
    }

    private static List<string> Bare(ReadOnlySpan<char> value)
    {
        var ids = new List<string>();
        foreach (var range in value.SplitAny(Separators))
            if (ids.Count < MaxIds && value[range].Contains('@'))
                ids.Add(value[range].ToString());
        return ids;
    }
}
