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
    /// <param name="notice">What a person would read, the nearest first; asked where the words tell nothing.</param>
    public static (BounceClass Class, EnhancedCode? Code) Judge(
        string words, EnhancedCode? status, params IReadOnlyList<Wording> notice)
    {
        var own = new Wording(words);
        var all = status is { } field ? [.. own.Codes.Enhanced, field] : own.Codes.Enhanced;
        var verdict = Judge(own, all, status) ?? Read(notice, all) ?? ByReply(own.Codes.Reply);
        return (verdict, Telling(all, verdict));
    }

    private static BounceClass? Judge(Wording words, IReadOnlyList<EnhancedCode> all, EnhancedCode? status)
    {
        if (words.Codes.IsTransient ?? (status?.Class == 4))
            return BounceClass.Soft;

        // "Blocked" and "denied" do not say why; a code for SPF, DKIM or relaying does.
        var coded = ByCode(all);
        return words.Decisive == BounceClass.Block && coded == BounceClass.SenderFault
            ? coded
            : words.Decisive ?? coded ?? words.Hint;
    }

    private static BounceClass? Read(IReadOnlyList<Wording> notice, IReadOnlyList<EnhancedCode> known) =>
        First(notice, words => words.Decisive)
        ?? First(notice, words => words.Codes.IsTransient == true && known.Count == 0
            ? BounceClass.Soft
            : ByCode(words.Codes.Enhanced))
        ?? First(notice, words => words.Hint);

    private static BounceClass? First(IReadOnlyList<Wording> notice, Func<Wording, BounceClass?> ask) =>
        notice.Select(ask).FirstOrDefault(found => found is not null);

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
