namespace Digest.Gather.Etherpad;

/// <summary>A pad and its addresses.</summary>
/// <param name="Name">As people write it.</param>
/// <param name="Address">The pad's page.</param>
internal sealed record PadPlace(string Name, Uri Address)
{
    private const string Mark = "/p/";

    public Uri Export => new($"{Address.AbsoluteUri}/export/txt");

    /// <summary>
    /// The pads of a source: those named, on the server that the address names, or the one that the address is.
    /// </summary>
    public static IReadOnlyList<PadPlace> Of(Uri address, IReadOnlyList<string> names)
    {
        var path = address.AbsolutePath;
        var mark = path.IndexOf(Mark, StringComparison.Ordinal);
        var root = mark < 0 ? path.TrimEnd('/') : path[..mark];
        if (names.Count > 0)
            return [.. names.Distinct(StringComparer.Ordinal).Select(name => At(address, root, name.Trim()))];

        var pad = mark < 0 ? "" : path[(mark + Mark.Length)..].Split('/')[0];
        return pad.Length == 0 ? [] : [At(address, root, Uri.UnescapeDataString(pad))];
    }

    private static PadPlace At(Uri server, string root, string name) =>
        new(name, new Uri(server, $"{root}{Mark}{Uri.EscapeDataString(name)}"));
}
