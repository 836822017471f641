using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Digest.Settings;

/// <summary>
/// Holds the settings against the options classes: a key that nobody reads and a value of the wrong kind are refused,
/// where the binder would pass over the one and stop at the first of the other.
/// </summary>
public static class SettingsCheck
{
    /// <summary>
    /// A line each: <c>key: what is wrong; what would be right</c>. Values are never shown for secrets.
    /// </summary>
    public static IReadOnlyList<string> Errors(IConfiguration configuration)
    {
        var errors = new List<string>();
        foreach (var section in SettingsSections.All)
            CheckSection(configuration.GetSection(section.Name), section.Options, errors);

        return errors;
    }

    private static void CheckSection(IConfigurationSection section, Type options, List<string> errors)
    {
        var known = options.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanRead && (property.CanWrite || IsNested(property.PropertyType)))
            .ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var child in section.GetChildren())
        {
            if (known.TryGetValue(child.Key, out var property))
                CheckValue(child, property.PropertyType, errors);
            else
                errors.Add($"{child.Path}: is no setting; {NearestName.Advice(child.Key, known.Keys)}");
        }
    }

    private static void CheckValue(IConfigurationSection section, Type declared, List<string> errors)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (IsNested(type))
            CheckSection(section, type, errors);
        else if (section.Value is { Length: > 0 } value && Fault(value, type) is { } fault)
            errors.Add($"{section.Path}: {fault}");
    }

    private static bool IsNested(Type type) =>
        type.IsClass && type.Namespace?.StartsWith(nameof(Digest), StringComparison.Ordinal) == true;

    private static string? Fault(string value, Type type)
    {
        if (type.IsEnum)
        {
            return Enum.TryParse(type, value, ignoreCase: true, out var member) && Enum.IsDefined(type, member)
                ? null
                : $"'{value}' is none of {string.Join(", ", Enum.GetNames(type)).ToLowerInvariant()}";
        }

        return IsReadable(value, type) ? null : $"'{value}' is not {Kind(type)}";
    }

    private static bool IsReadable(string value, Type type)
    {
        if (type == typeof(Uri))
            return Uri.TryCreate(value, UriKind.Absolute, out _);

        var converter = TypeDescriptor.GetConverter(type);
        try
        {
            return !converter.CanConvertFrom(typeof(string))
                || converter.ConvertFromString(null, CultureInfo.InvariantCulture, value) is not null;
        }
        catch (Exception error) when (error is FormatException or ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    private static string Kind(Type type) => type.Name switch
    {
        nameof(Boolean) => "true or false",
        nameof(Int32) or nameof(Int64) => "a whole number",
        nameof(Double) => "a number",
        nameof(TimeSpan) => "a time span such as 00:00:30",
        nameof(Uri) => "a full address such as https://news.example.org/",
        _ => $"a {type.Name}",
    };
}
