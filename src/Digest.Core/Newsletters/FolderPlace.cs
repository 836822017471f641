namespace Digest.Newsletters;

/// <summary>Paths of the settings: below the newsletter's folder, always.</summary>
internal static class FolderPlace
{
    /// <summary>The absolute path, or null with the reason among the errors.</summary>
    public static string? Resolve(string folder, SettingsText path, SettingsErrors errors)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar;
        if (!path.Text.Contains('\0') && !Path.IsPathRooted(path.Text))
        {
            var place = Path.GetFullPath(Path.Combine(root, path.Text.Replace('\\', '/')));
            if (place.StartsWith(root, StringComparison.Ordinal))
                return Path.TrimEndingDirectorySeparator(place);
        }

        errors.Add(path, $"'{path.Text}' leaves the newsletter's folder; write a path below it such as sources/notes");
        return null;
    }
}
