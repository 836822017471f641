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
        if (expression.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == 5)
            return $"has five fields, and the seconds are missing in front; {Example}";

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
}
