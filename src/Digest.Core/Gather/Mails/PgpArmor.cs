namespace Digest.Gather.Mails;

/// <summary>
/// Takes OpenPGP's lines out of a text (RFC 9580 §6.2 and §7): what was signed stays, what is sealed goes.
/// </summary>
internal static class PgpArmor
{
    private const string Signed = "-----BEGIN PGP SIGNED MESSAGE-----";

    public static List<string> Strip(IReadOnlyList<string> lines)
    {
        var kept = new List<string>(lines.Count);
        var (isSigned, isArmor, isHead) = (false, false, false);
        foreach (var line in lines)
        {
            var mark = line.TrimEnd();
            if (mark == Signed)
                (isSigned, isHead) = (true, true);
            else if (IsMark(mark, "-----BEGIN PGP "))
                (isArmor, isSigned) = (true, false);
            else if (IsMark(mark, "-----END PGP "))
                isArmor = false;
            else if (isHead)
                isHead = mark.Length > 0;
            else if (!isArmor)
                kept.Add(isSigned && line.StartsWith("- ", StringComparison.Ordinal) ? line[2..] : line);
        }

        return kept;
    }

    private static bool IsMark(string line, string start) =>
        line.StartsWith(start, StringComparison.Ordinal) && line.EndsWith("-----", StringComparison.Ordinal);
}
