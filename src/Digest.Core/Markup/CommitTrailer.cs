using System.Text.RegularExpressions;

namespace Digest.Markup;

/// <summary>The lines at the foot of a commit's message that name people with their addresses.</summary>
internal static partial class CommitTrailer
{
    public static bool IsPersonal(string line) => Personal().IsMatch(line);

    [GeneratedRegex(
        @"^\s{0,3}(?:[A-Za-z]{1,20}-){1,3}by:.{0,400}<[^<>@\s]{1,100}@[^<>\s]{1,200}>\s*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Personal();
}
