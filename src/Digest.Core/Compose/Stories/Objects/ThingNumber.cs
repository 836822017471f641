using System.Globalization;

namespace Digest.Compose.Stories.Objects;

/// <summary>Numbers as addresses and texts write them.</summary>
internal static class ThingNumber
{
    private const int MostDigits = 12;

    /// <summary>Null for what is no whole number above zero.</summary>
    public static long? Of(string? text) =>
        text is { Length: > 0 and <= MostDigits }
        && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : null;
}
