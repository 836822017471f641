using Digest.Mail.Mime.Reading;

namespace Digest.Mail.Bounces;

/// <summary>
/// Tells answering machines (RFC 3834): the fields made for it, then those without a standard, at last the subject.
/// </summary>
internal static class AutoReplySigns
{
    private static readonly string[] OwnFields =
        ["X-Autoreply", "X-Autorespond", "X-Autoresponder", "X-Auto-Reply-From",
        "X-Autoreply-From", "X-Mail-Autoreply", "X-Vacation"];

    private static readonly PhraseRow Subjects = new(
        BounceClass.None,
        "out of office", "out of the office", "out-of-office", "automatic reply", "auto reply", "auto-reply",
        "autoreply", "automated reply", "auto response", "auto-response", "autorespon", "auto-respon", "away from my",
        "on vacation", "vacation reply", "on holiday", "on leave", "automatische antwort", "abwesenheit",
        "nicht im büro", "im urlaub",
        "réponse automatique",
        "message d'absence", "absence du bureau", "respuesta automática", "fuera de la oficina", "risposta automatica",
        "fuori ufficio", "resposta automática", "fora do escritório", "automatisch antwoord", "afwezig", "autosvar",
        "automatisk svar", "automaattinen vastaus", "odpowiedź automatyczna", "automatyczna odpowiedź", "auto:",
        "automatická odpověď",
        "automatikus válasz",
        "автоответ", "автоматический ответ", "отсутств", "otomatik yanıt", "自动回复", "自動回覆", "自动答复", "自動返信",
        "自動応答", "不在", "休暇", "休假", "外出中", "不在办公室", "자동 회신", "자동응답", "부재중");

    /// <summary>The sign that was found, or null.</summary>
    public static string? Find(MimeEntity message)
    {
        var submitted = message.Headers["Auto-Submitted"] ?? "";
        if (submitted.StartsWith("auto-replied", StringComparison.OrdinalIgnoreCase)
            || submitted.Contains("vacation", StringComparison.OrdinalIgnoreCase))
            return "Auto-Submitted";

        if (Array.Find(OwnFields, name => message.Headers[name] is not null) is { } field)
            return field;
        if (message.Headers["Precedence"]?.Trim() is { } precedence
            && (precedence.Equals("auto_reply", StringComparison.OrdinalIgnoreCase)
                || precedence.Equals("auto-reply", StringComparison.OrdinalIgnoreCase)))
            return "Precedence";

        return Subjects.IsIn((message.Headers["Subject"] ?? "").ToLowerInvariant()) ? "Subject" : null;
    }
}
