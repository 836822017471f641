namespace Digest.Markup;

/// <summary>
/// The pattern of an issue's title: <c>{number}</c>, <c>{number:chinese}</c>, <c>{number:000}</c>, <c>{from:MM.dd}</c>,
/// <c>{to:MMdd}</c>; anything else stands for itself, <c>{{</c> for a brace.
/// </summary>
public static class IssueNumbering
{
    /// <summary>Null if the pattern is sound, else what is wrong with it and what would be right.</summary>
    public static string? Check(string pattern) => throw new NotImplementedException();

    public static string Format(string pattern, int number, DateOnly from, DateOnly to) =>
        throw new NotImplementedException();
}
