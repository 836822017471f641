using System.Text.RegularExpressions;

namespace Digest.IntegrationTests.Mail;

/// <summary>
/// Damage that Python does not call a defect and reads otherwise, each kind with the reason why this reader differs.
/// </summary>
internal static partial class PythonDisagreements
{
    private static readonly (Regex Damage, string Reason)[] All =
    [
        (BlankFirst(), "blank lines before the header of a message are passed over"),
        (BrokenType(), "a type that is no type, or more than one, is text/plain (RFC 2045 §5.2)"),
        (MoreThanEncoding(), "what stands after the name of an encoding is left out"),
        (TrailingSpace(), "space at the end of a quoted-printable line was added on the way (RFC 2045 §6.7 rule 3)"),
        (TouchedWord(), "Python puts a space between an encoded-word and the text that touches it"),
        (TwoDelimiters(), "Python overlooks a close delimiter right after another delimiter"),
        (RawInSubject(), "octets beyond ASCII in a header are read as what they look like"),
        (WordWithout(), "an encoded-word in which octets are lost or wrong is replaced in another place"),
    ];

    public static string? ReasonFor(string mail) => All.FirstOrDefault(entry => entry.Damage.IsMatch(mail)).Reason;

    [GeneratedRegex(@"^[\r\n]|Content-Type: message/rfc822\r?\n\r?\n\r?\n", RegexOptions.NonBacktracking)]
    private static partial Regex BlankFirst();

    [GeneratedRegex(
        @"Content-Type: ?([a-z]*[^a-z/ \r\n][^/\r\n]*/|[a-z]+ [a-z ]*/|[a-z]+/[a-z0-9]*[^a-z0-9;\r\n])"
        + @"|Content-Type:[^;\r\n]*\r?\n[ \t]",
        RegexOptions.NonBacktracking)]
    private static partial Regex BrokenType();

    [GeneratedRegex(@"Encoding: *[a-z0-9-]+([^a-z0-9\r\n-]|\r?\n[ \t])", RegexOptions.NonBacktracking)]
    private static partial Regex MoreThanEncoding();

    [GeneratedRegex(@"[ \t]\r?\n|[ \t]$", RegexOptions.NonBacktracking)]
    private static partial Regex TrailingSpace();

    [GeneratedRegex(@"=\?[\w-]+\?[BbQq]\?[^?]*\?=[^\s]|[^\s]=\?[\w-]+\?[BbQq]\?", RegexOptions.NonBacktracking)]
    private static partial Regex TouchedWord();

    [GeneratedRegex(@"Subject:([^\r\n]|\r?\n[ \t])*[\x80-\xff]", RegexOptions.NonBacktracking)]
    private static partial Regex RawInSubject();

    [GeneratedRegex(@"\n--[^\r\n]+[0-9]\r?\n--[^\r\n]+[0-9]--", RegexOptions.NonBacktracking)]
    private static partial Regex TwoDelimiters();

    [GeneratedRegex(@"=\?[\w-]*\?[BbQq]\?[^?]*[^ -~][^?]*\?=", RegexOptions.NonBacktracking)]
    private static partial Regex WordWithout();
}
