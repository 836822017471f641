using Digest.Model;

namespace Digest.Deliver;

/// <summary>
/// What becomes of a letter whose fate nobody knows (standards.md S12). Losing an issue is worse for a reader than
/// getting it twice with one Message-ID, so the default is to send it once more; a second doubt is left to the editor.
/// </summary>
internal static class UncertainPolicy
{
    public const string Resend = "resend";
    public const string Hold = "hold";

    /// <summary>How the record of a letter tells, in a later run, that it was in doubt before.</summary>
    private const string Mark = "fate unknown: ";

    public static Letter Apply(Letter letter, string reply, string policy, DateTimeOffset nextTry)
    {
        var marked = letter with { Reply = Mark + reply };
        return policy == Hold || WasInDoubt(letter)
            ? marked with { State = LetterState.Uncertain, NextTry = null }
            : marked with { State = LetterState.Deferred, NextTry = nextTry };
    }

    /// <summary>
    /// The reply to record for a letter that stays in the outbox: the mark of an earlier doubt outlives later
    /// answers.
    /// </summary>
    public static string Carry(Letter letter, string reply) => WasInDoubt(letter) ? Mark + reply : reply;

    private static bool WasInDoubt(Letter letter) =>
        letter.Reply?.StartsWith(Mark, StringComparison.Ordinal) == true;
}
