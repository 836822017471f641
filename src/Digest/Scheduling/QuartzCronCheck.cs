using Digest.Newsletters;
using Quartz;

namespace Digest.Scheduling;

/// <summary>Checks a schedule with the rules of the scheduler that will run it.</summary>
public sealed class QuartzCronCheck(TimeProvider clock) : ICronCheck
{
    private const string Example = "write for example \"0 0 9 ? * FRI\" (second minute hour day month weekday)";

    /// <summary>Null if the expression is sound and has a moment to come, else what is wrong and an example.</summary>
    public string? Check(string expression)
    {
        // Five fields are another dialect, which numbers the days of the week differently: never guess.
        var fields = expression.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length == 5)
            return $"has five fields, and the seconds are missing in front; {Example}";
        if (fields.Take(2).SelectMany(Numbers).FirstOrDefault(IsTooLarge) is { } number)
            return $"{number} is no second or minute, which go from 0 to 59; {Example}";

        try
        {
            return CronExpression.Parse(expression).GetNextValidTimeAfter(clock.GetUtcNow()) is null
                ? $"has no moment to come; {Example}"
                : null;
        }
        catch (FormatException error)
        {
            return $"{error.Message.ReplaceLineEndings(" ").TrimEnd('.', ' ')}; {Example}";
        }
    }

    // The scheduler takes 99 for a second and then fires at another one.
    private static string[] Numbers(string field) => field.Split(',', '-', '/');

    private static bool IsTooLarge(string number) =>
        number.Length > 0 && number.All(char.IsAsciiDigit) && number.TrimStart('0') is { Length: > 0 } digits
        && (digits.Length > 2 || string.CompareOrdinal(digits.PadLeft(2, '0'), "59") > 0);
}
