using System.Globalization;

namespace Digest.Gather;

/// <summary>Checks that several kinds of source share: what is wrong with a value, or null.</summary>
internal static class SettingRules
{
    public static string? Flag(string value) =>
        bool.TryParse(value, out _) ? null : $"'{value}' is neither true nor false";

    public static Func<string, string?> WholeNumber(int least, int most) => value =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= least && number <= most
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"'{value}' is no whole number from {least} to {most}");

    public static Func<string, string?> OneOf(params string[] known) => value =>
        known.Contains(value) ? null : $"'{value}' is unknown here; known are {string.Join(", ", known)}";
}
