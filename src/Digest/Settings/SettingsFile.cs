using System.Text.Json;
using Digest.Model;

namespace Digest.Settings;

/// <summary>Finds <c>appsettings.json</c> and refuses one that cannot be read.</summary>
public static class SettingsFile
{
    public const string Name = "appsettings.json";

    private static readonly JsonDocumentOptions Lenient = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>The named file, or the nearest one from the folder upward, or null.</summary>
    /// <exception cref="DigestException">
    /// The named file does not exist, or the file found is no JSON object.
    /// </exception>
    public static string? Find(string? named, string folder)
    {
        var path = named is null ? Nearest(folder) : Path.GetFullPath(named, folder);
        if (path is null)
            return null;
        if (!File.Exists(path))
        {
            throw new DigestException($"--config: {path}: there is no such file; name an existing one")
            {
                ExitCode = 2,
            };
        }

        Check(path);
        return path;
    }

    private static string? Nearest(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            var path = Path.Combine(at.FullName, Name);
            if (File.Exists(path))
                return path;
        }

        return null;
    }

    private static void Check(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), Lenient);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw new DigestException($"{path}: holds no JSON object; begin the file with {{");
        }
        catch (JsonException error)
        {
            throw new DigestException(
                $"{path}:{error.LineNumber + 1}: is not valid JSON near column {error.BytePositionInLine + 1}; "
                + "mend that line",
                error);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new DigestException($"{path}: cannot be read; let this user read it", error);
        }
    }
}
