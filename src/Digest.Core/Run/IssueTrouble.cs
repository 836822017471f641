using Digest.Model;

namespace Digest.Run;

/// <summary>What commands and runs say of an issue that they cannot work on.</summary>
public static class IssueTrouble
{
    public static DigestException Unknown(IssueRef issue) =>
        new($"{issue}: there is no such issue; digest issues list shows those there are");

    public static DigestException ContentLost(IssueRef issue) =>
        new($"{issue}: its frozen content is missing; restore the database from a backup");
}
