using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Digest.Mail.Mime;

namespace Digest.Newsletters;

/// <summary>Rules for single texts. Each gives the value, or null with the reason among the errors.</summary>
internal static partial class TextRules
{
    private const int LongestLine = 200;
    private const int LongestSlug = 64;

    /// <summary>Words on one line: they stand in headers, titles and terminals.</summary>
    public static string? Line(SettingsText? value, SettingsErrors errors)
    {
        if (value is null)
            return null;
        if (value.Text.EnumerateRunes().Any(rune => Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator))
        {
            errors.Add(value, "holds a line break or control character; write it on one line");
            return null;
        }

        if (value.Text.Length <= LongestLine)
            return value.Text;

        errors.Add(value, $"is longer than {LongestLine} characters; shorten it");
        return null;
    }

    /// <summary>As <see cref="Line"/>, after lines of a folded text are joined.</summary>
    public static string? Paragraph(SettingsText? value, SettingsErrors errors) =>
        value is null ? null : Line(value with { Text = LineBreaks().Replace(value.Text, " ") }, errors);

    public static string? Language(SettingsText? value, SettingsErrors errors) =>
        Checked(value, LanguageTag.Check, errors);

    /// <summary>A name for commands, paths and addresses.</summary>
    public static string? Slug(SettingsText? value, SettingsErrors errors) => Checked(value, SlugFault, errors);

    /// <summary>The id of a section or source.</summary>
    public static string? Id(SettingsText? value, SettingsErrors errors) => Checked(value, IdFault, errors);

    public static string? ListId(SettingsText? value, SettingsErrors errors) => Checked(value, ListIdFault, errors);

    public static Mailbox? Mailbox(SettingsMap? map, SettingsErrors errors)
    {
        if (map is null)
            return null;

        var name = Line(map.Text("name"), errors);
        var address = map.RequiredText("address", "weekly@example.org");
        if (address is null)
            return null;
        if (EmailAddress.TryParse(address.Text, out var parsed, out var reason))
            return new Mailbox(name, parsed);

        errors.Add(address, $"'{address.Text}' {reason}; write for example weekly@example.org");
        return null;
    }

    /// <summary>A whole number between two others, both included.</summary>
    public static int? Number(SettingsText? value, int least, int most, SettingsErrors errors)
    {
        if (value is null)
            return null;
        if (int.TryParse(value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
        {
            return number;
        }

        errors.Add(value, $"'{value.Text}' is no whole number from {least} to {most}");
        return null;
    }

    public static string? Checked(SettingsText? value, Func<string, string?> fault, SettingsErrors errors)
    {
        if (value is null)
            return null;
        if (fault(value.Text) is not { } wrong)
            return value.Text;

        errors.Add(value, wrong);
        return null;
    }

    /// <summary>Null if the text can be a slug, else what is wrong; what would be right.</summary>
    public static string? SlugFault(string text) => text.Length <= LongestSlug && SlugShape().IsMatch(text)
        ? null
        : $"'{text}' is no slug; write lower-case letters, digits and dashes, such as community-weekly";

    private static string? IdFault(string text) => text.Length <= LongestSlug && IdShape().IsMatch(text)
        ? null
        : $"'{text}' is no id; write lower-case letters, digits, dashes and underscores, such as planet";

    private static string? ListIdFault(string text) => text.Length <= LongestLine && ListIdShape().IsMatch(text)
        ? null
        : $"'{text}' is no List-Id (RFC 2919); write words joined by dots, such as weekly.example.org";

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex SlugShape();

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9_-]*\z")]
    private static partial Regex IdShape();

    [GeneratedRegex(@"\A[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)+\z")]
    private static partial Regex ListIdShape();

    [GeneratedRegex(@"[ \t]*[\r\n]+[ \t]*")]
    private static partial Regex LineBreaks();
}
