using Digest.Mail.Smtp;

namespace Digest.Mail.Bounces;

/// <summary>
/// What enhanced codes of class 5 say (RFC 3463 §3, the registry of RFC 5248, and what large hosts made of them).
/// </summary>
internal static class CodeTable
{
    /// <summary>Details of subject 7 that accuse the sender: sign-in, SPF, DKIM, DMARC, PTR, TLS.</summary>
    private static readonly HashSet<int> SenderFaults =
        [5, 6, 7, 8, 9, 10, 11, 20, 21, 22, 23, 24, 25, 26, 27, 29, 30, 31, 32, 40, 54, 57, 60, 64, 232, 509, 515];

    /// <summary>Null for a code that says no more than its first digit, or that hosts use for anything.</summary>
    public static BounceClass? Find(EnhancedCode code) => code.Subject switch
    {
        1 => OfAddress(code.Detail),
        2 => OfMailbox(code.Detail),
        3 => OfSystem(code.Detail),
        4 => OfRouting(code.Detail),
        5 => OfProtocol(code.Detail),
        6 when code.Detail > 0 => BounceClass.SenderFault,
        7 => OfPolicy(code.Detail),
        _ => null,
    };

    private static BounceClass? OfAddress(int detail) => detail switch
    {
        0 => null,
        7 or 8 => BounceClass.SenderFault,
        _ => BounceClass.Hard,
    };

    private static BounceClass? OfMailbox(int detail) => detail switch
    {
        1 => BounceClass.Hard,
        2 or 4 => BounceClass.Soft,
        3 => BounceClass.SenderFault,
        _ => null,
    };

    private static BounceClass? OfSystem(int detail) => detail switch
    {
        1 or 2 or 5 => BounceClass.Soft,
        3 or 4 or 6 => BounceClass.SenderFault,
        _ => null,
    };

    /// <summary>5.4.1 is what Exchange Online says for an unknown mailbox as well as for no answer.</summary>
    private static BounceClass? OfRouting(int detail) => detail switch
    {
        0 or 1 => null,
        4 or 310 => BounceClass.Hard,
        _ => BounceClass.Soft,
    };

    /// <summary>5.5.0 and 5.5.1 are said for anything, unknown users included.</summary>
    private static BounceClass? OfProtocol(int detail) => detail switch
    {
        2 or 4 or 5 or 6 => BounceClass.SenderFault,
        3 => BounceClass.Soft,
        _ => null,
    };

    private static BounceClass? OfPolicy(int detail) => detail switch
    {
        0 => null,
        13 or 17 or 18 => BounceClass.Hard,
        _ when SenderFaults.Contains(detail) => BounceClass.SenderFault,
        _ => BounceClass.Block,
    };
}
