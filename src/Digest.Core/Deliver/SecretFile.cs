namespace Digest.Deliver;

/// <summary>A file with one secret in it, as secret stores and token helpers lay them down.</summary>
internal static class SecretFile
{
    private const int MaxOctets = 64 * 1024;

    /// <summary>The text without the line end that editors add.</summary>
    /// <exception cref="IOException">There is no such file, or it is too large to be a secret.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static async ValueTask<string> ReadAsync(string file, CancellationToken cancellationToken)
    {
        if (new FileInfo(file) is { Exists: true, Length: > MaxOctets })
            throw new IOException($"{file} has more than {MaxOctets} octets");

        var text = await File.ReadAllTextAsync(file, cancellationToken);
        return text.TrimEnd('\r', '\n');
    }
}
