using Digest.Mail.Smtp;

namespace Digest.Mail.Bounces;

/// <summary>
/// Decides whose trouble a failure is. Words that leave no doubt come first, because many servers say 5.0.0, 5.1.1 or
/// 5.7.1 for everything; then codes that mean one thing; then words that only hint; then the reply code.
/// </summary>
internal static class BounceClassifier
{
    /// <param name="words">The server's own words about this recipient; may be empty.</param>
    /// <param name="status">The Status field; null without one.</param>
    /// <param name="notice">What a person would read; asked where the words tell nothing.</param>
    public static (BounceClass Class, EnhancedCode? Code) Judge(string words, EnhancedCode? status, string notice)
    {
        var codes = StatusCodes.Find(words);
        var all = status is { } own ? [.. codes.Enhanced, own] : codes.Enhanced;
        var verdict = Judge(words, codes, all, status) ?? Read(notice, all) ?? ByReply(codes.Reply);
        return (verdict, Telling(all, verdict));
    }

    private static BounceClass? Judge(
        string words, StatusCodes codes, IReadOnlyList<EnhancedCode> all, EnhancedCode? status)
    {
        if (codes.IsTransient ?? (status?.Class == 4))
            return BounceClass.Soft;

        var plain = PhraseText.Of(words);
        var told = BouncePhrases.Decisive(plain);
        var coded = ByCode(all);

        // "Blocked" and "denied" do not say why; a code for SPF, DKIM or relaying does.
        return told == BounceClass.Block && coded == BounceClass.SenderFault
            ? coded
            : told ?? coded ?? BouncePhrases.Hint(plain);
    }

    private static BounceClass? Read(string notice, IReadOnlyList<EnhancedCode> known)
    {
        var plain = PhraseText.Of(notice);
        if (BouncePhrases.Decisive(plain) is { } decided)
            return decided;

        var codes = StatusCodes.Find(notice);
        return codes.IsTransient == true && known.Count == 0
            ? BounceClass.Soft
            : ByCode(codes.Enhanced) ?? BouncePhrases.Hint(plain);
    }

    private static BounceClass? ByCode(IEnumerable<EnhancedCode> codes) => codes
        .Where(code => code.Class == 5)
        .Select(CodeTable.Find)
        .FirstOrDefault(found => found is not null);

    /// <summary>
    /// RFC 5321 §4.2.3: 550, 551 and 553 are about the mailbox. Without any code the doubt is the reader's gain.
    /// </summary>
    private static BounceClass ByReply(int? reply) => reply switch
    {
        550 or 551 or 553 => BounceClass.Hard,
        500 or 501 or 502 or 503 or 504 or 530 or 535 or 538 or 555 => BounceClass.SenderFault,
        _ => BounceClass.Soft,
    };

    /// <summary>The code that agrees with the verdict, else the first that is more than a class.</summary>
    private static EnhancedCode? Telling(IReadOnlyList<EnhancedCode> codes, BounceClass verdict)
    {
        foreach (var code in codes)
        {
            if ((code.Class == 4 ? BounceClass.Soft : CodeTable.Find(code)) == verdict)
                return code;
        }

        return codes.Where(code => code.Detail > 0).Concat(codes).Select(code => (EnhancedCode?)code).FirstOrDefault();
    }
}
