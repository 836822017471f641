namespace Digest.Newsletters;

/// <summary>
/// Checks a cron expression by the rules of the scheduler that will run it. The program implements it, so that the
/// core needs no scheduler.
/// </summary>
public interface ICronCheck
{
    /// <summary>Null if the expression is sound, else a clause: what is wrong; what would be right.</summary>
    string? Check(string expression);
}
