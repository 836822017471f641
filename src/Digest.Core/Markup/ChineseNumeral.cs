using System.Diagnostics.CodeAnalysis;

namespace Digest.Markup;

/// <summary>一 to 九千九百九十九, as issue numbers are written.</summary>
public static class ChineseNumeral
{
    public static string Format(int number) => throw new NotImplementedException();

    public static bool TryParse(string text, [NotNullWhen(true)] out int? number) => throw new NotImplementedException();
}
