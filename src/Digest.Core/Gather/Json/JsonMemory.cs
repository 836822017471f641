using System.Text.Json;

namespace Digest.Gather.Json;

/// <summary>Reads what a connector remembered as JSON.</summary>
internal static class JsonMemory
{
    /// <returns>Null for none, and for what is no such memory: an earlier version wrote it, or it is damaged.</returns>
    public static T? TryRead<T>(string? text)
        where T : class
    {
        if (text is null)
            return null;

        try
        {
            return JsonSerializer.Deserialize<T>(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
