using Digest.Model;

namespace Digest.Gather;

/// <summary>
/// Tokens for sources. <c>newsletter.yml</c> is committed and shared, so it only names the environment variable.
/// </summary>
/// <param name="read">Gives an environment variable, or null.</param>
internal sealed class SourceSecrets(Func<string, string?> read)
{
    /// <summary>The key under which a source names the variable that holds its token.</summary>
    public static SourceSetting TokenSetting { get; } = new("token_env", "GITHUB_TOKEN") { Check = Fault };

    /// <returns>Null if the source names no variable.</returns>
    /// <exception cref="SourceTroubleException">The variable is not set.</exception>
    public string? TokenOf(SourceDefinition source)
    {
        if (source.Settings.Text(TokenSetting.Name) is not { } name)
            return null;

        return read(name)?.Trim() is { Length: > 0 } token
            ? token
            : throw new SourceTroubleException($"token_env: the environment variable {name} is not set; set it");
    }

    /// <summary>
    /// In a replay: no token is sent, but with one a server is asked at other addresses, so there must be some. In the
    /// form that every kind takes.
    /// </summary>
    public static string? StandInOf(SourceDefinition source) =>
        source.Settings.Text(TokenSetting.Name) is null ? null : "replay:replay";

    /// <summary>An environment variable, or null.</summary>
    public string? Variable(string name) => read(name);

    // Small letters are refused, and the value is not repeated: it may be the token itself, written here by mistake.
    private static string? Fault(string name) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_')
        && !char.IsAsciiDigit(name[0])
            ? null
            : "what stands here is no name of an environment variable in capitals; write for example "
                + TokenSetting.Example + ", and never the token itself";
}
