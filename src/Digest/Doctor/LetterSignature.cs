using Digest.Mail.Dkim;
using Digest.Mail.Dns;

namespace Digest.Doctor;

/// <summary>Verifies the signature of a finished letter as its receiver does: by the key in DNS.</summary>
internal static class LetterSignature
{
    /// <summary>Null where there is nothing to verify with, of which the check of the key speaks.</summary>
    public static async Task<Finding?> LookAsync(
        ReadOnlyMemory<byte> letter, MailScope scope, CancellationToken cancellationToken)
    {
        if (scope.Mail.Dkim is not { Domain: { } domain, Selector: { } selector })
            return null;

        var name = $"{selector}._domainkey.{domain}";
        var answer = await scope.Dns.ResolveAsync(name, DnsType.Txt, cancellationToken);
        return answer.Of<DnsRecord.Text>() is [var record]
            ? Judge(DkimVerifier.Verify(letter.Span, _ => record.Joined), domain)
            : null;
    }

    private static Finding Judge(IReadOnlyList<DkimVerdict> verdicts, string domain) => verdicts switch
    {
        [] => Fail("the letter is not signed"),
        [{ Fault: { } fault }, ..] => Fail($"the signature does not verify: {fault}"),
        _ => new Finding(Verdict.Pass, LetterFindings.Subject, $"the signature of {domain} verifies"),
    };

    private static Finding Fail(string message) =>
        new(Verdict.Fail, LetterFindings.Subject, message, "publish what digest dkim show prints");
}
