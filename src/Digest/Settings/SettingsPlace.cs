namespace Digest.Settings;

/// <summary>Where a wrong setting stands: the environment is read last and wins, so it is to be mended there.</summary>
public static class SettingsPlace
{
    /// <param name="error">A line that begins with the setting's key.</param>
    /// <param name="file">The settings file; null where there is none.</param>
    public static string Of(string error, string? file)
    {
        var key = string.Concat(error.TakeWhile(letter => char.IsAsciiLetterOrDigit(letter) || letter == ':'));
        var variable = SettingsLoader.EnvironmentPrefix + key.TrimEnd(':').Replace(":", "__", StringComparison.Ordinal);
        return Environment.GetEnvironmentVariable(variable) is null ? file ?? "settings" : variable;
    }
}
