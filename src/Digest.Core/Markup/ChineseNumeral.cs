using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Digest.Markup;

/// <summary>一 to 九千九百九十九, as issue numbers are written.</summary>
public static class ChineseNumeral
{
    private const string Digits = "零一二三四五六七八九";
    private const int Largest = 9999;

    private static readonly (char Name, int Value)[] Units = [('千', 1000), ('百', 100), ('十', 10)];

    /// <exception cref="ArgumentOutOfRangeException">The number is below 1 or above 9999.</exception>
    public static string Format(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, Largest);

        var text = new StringBuilder();
        var rest = number;
        var gap = false;
        foreach (var (name, value) in Units)
        {
            var digit = rest / value;
            rest %= value;
            gap |= digit == 0 && text.Length > 0;
            if (digit == 0)
                continue;

            AppendDigit(text, digit, ref gap, isLeadingTen: value == 10 && text.Length == 0 && digit == 1);
            text.Append(name);
        }

        if (rest > 0)
            AppendDigit(text, rest, ref gap, isLeadingTen: false);

        return text.ToString();
    }

    /// <summary>
    /// Reads what <see cref="Format"/> writes, and also 一十, 两百, 百二十, 〇 for 零, and digits alone as in 二〇.
    /// </summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out int? number)
    {
        number = text.Length is 0 or > 8 ? null : ReadUnits(text) ?? ReadDigits(text);
        return number is not null;
    }

    private static void AppendDigit(StringBuilder text, int digit, ref bool gap, bool isLeadingTen)
    {
        if (gap)
            text.Append(Digits[0]);

        gap = false;
        if (!isLeadingTen)
            text.Append(Digits[digit]);
    }

    private static int? ReadUnits(string text)
    {
        var total = 0;
        var at = 0;
        var lastUnit = Largest + 1;
        while (at < text.Length)
        {
            var zero = DigitOf(text[at]) == 0;
            if (zero && (at == 0 || ++at == text.Length))
                return null;

            var digit = DigitOf(text[at]);
            if (digit is 0 || (digit is null && zero))
                return null;

            at += digit is null ? 0 : 1;
            var unit = at < text.Length ? UnitOf(text[at++]) : 1;
            if (unit is null || unit >= lastUnit || (unit == 1 && digit is null))
                return null;

            total += (digit ?? 1) * unit.Value;
            lastUnit = unit.Value;
        }

        return total is 0 ? null : total;
    }

    private static int? ReadDigits(string text)
    {
        var total = 0;
        foreach (var character in text)
        {
            if (DigitOf(character) is not { } digit || total > Largest)
                return null;

            total = (total * 10) + digit;
        }

        return total is > 0 and <= Largest ? total : null;
    }

    private static int? DigitOf(char character) => character switch
    {
        '〇' or '○' => 0,
        '两' => 2,
        _ => Digits.IndexOf(character) is >= 0 and var digit ? digit : null,
    };

    private static int? UnitOf(char character)
    {
        foreach (var (name, value) in Units)
        {
            if (name == character)
                return value;
        }

        return null;
    }
}
