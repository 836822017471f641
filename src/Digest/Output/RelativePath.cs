namespace Digest.Output;

/// <summary>Shortens paths for people.</summary>
public static class RelativePath
{
    /// <summary>Relative to a folder where the path lies below it or near it, else as it is.</summary>
    public static string Of(string path, string folder)
    {
        if (!Path.IsPathRooted(path))
            return path;

        var relative = Path.GetRelativePath(folder, path);
        return relative.Length < path.Length ? relative : path;
    }
}
