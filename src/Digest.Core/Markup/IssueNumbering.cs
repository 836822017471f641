using System.Globalization;
using System.Text;

namespace Digest.Markup;

/// <summary>
/// The pattern of an issue's title: <c>{number}</c>, <c>{number:chinese}</c>, <c>{number:000}</c>, <c>{from:MM.dd}</c>,
/// <c>{to:MMdd}</c>; anything else stands for itself, <c>{{</c> for a brace.
/// </summary>
public static class IssueNumbering
{
    private const string Known = "{number}, {number:chinese}, {number:000}, {from:MM.dd} and {to:MM.dd}";
    private const int LongestPattern = 200;

    /// <summary>Null if the pattern is sound, else what is wrong with it and what would be right.</summary>
    public static string? Check(string pattern) =>
        Expand(pattern, new Edition(1, default, default), new StringBuilder());

    /// <exception cref="ArgumentException">The pattern is one that <see cref="Check"/> refuses.</exception>
    public static string Format(string pattern, int number, DateOnly from, DateOnly to)
    {
        var output = new StringBuilder();
        var wrong = Expand(pattern, new Edition(number, from, to), output);
        return wrong is null ? output.ToString() : throw new ArgumentException(wrong, nameof(pattern));
    }

    private static string? Expand(string pattern, Edition edition, StringBuilder output)
    {
        if (pattern.Length > LongestPattern)
            return $"a numbering is at most {LongestPattern} characters long";

        for (var at = 0; at < pattern.Length; at++)
        {
            var character = pattern[at];
            if (character is '{' or '}' && (at + 1 == pattern.Length || pattern[++at] != character))
            {
                var close = character == '{' ? pattern.IndexOf('}', at) : -1;
                if (close < 0)
                    return $"a '{character}' has no partner; write {character}{character} for a brace itself";

                if (Value(pattern[at..close], edition) is not { } value)
                    return $"{{{pattern[at..close]}}} is not known; known are {Known}";

                output.Append(value);
                at = close;
                continue;
            }

            output.Append(character);
        }

        return null;
    }

    private static string? Value(string field, Edition edition)
    {
        var (name, format) = field.Split(':', 2) is [var before, var after] ? (before, after) : (field, "");
        return name switch
        {
            "number" => Number(format, edition.Number),
            "from" => Day(format, edition.From),
            "to" => Day(format, edition.To),
            _ => null,
        };
    }

    private static string? Number(string format, int number)
    {
        if (format == "chinese")
            return number is >= 1 and <= 9999 ? ChineseNumeral.Format(number) : $"{number}";

        return format.Length <= 9 && format.All(letter => letter == '0')
            ? number.ToString(format, CultureInfo.InvariantCulture)
            : null;
    }

    // The letters are checked here because the framework reads far more of them, and a quote or a lone letter
    // differently.
    private static string? Day(string format, DateOnly day)
    {
        var output = new StringBuilder();
        for (var at = 0; at < format.Length;)
        {
            var run = 1;
            while (at + run < format.Length && format[at + run] == format[at])
                run++;

            if (!char.IsAsciiLetter(format[at]))
                output.Append(format[at], run);
            else if (Part(format[at], run) is { } part)
                output.Append(day.ToString(part, CultureInfo.InvariantCulture));
            else
                return null;

            at += run;
        }

        return output.Length > 0 ? output.ToString() : null;
    }

    private static string? Part(char letter, int count) => (letter, count) switch
    {
        ('y', 4 or 2) or ('M', 2 or 3 or 4) or ('d', 2) => new string(letter, count),
        ('M' or 'd', 1) => $"%{letter}",
        _ => null,
    };

    private readonly record struct Edition(int Number, DateOnly From, DateOnly To);
}
