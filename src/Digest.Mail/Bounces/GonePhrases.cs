namespace Digest.Mail.Bounces;

/// <summary>Words that say that an address will not work again.</summary>
internal static class GonePhrases
{
    public static PhraseRow[] Users { get; } =
    [
        new(BounceClass.Hard,
            "user unknown", "users unknown", "unknown user", "unknown or illegal user", "unknown or illegal alias",
            "unknown local", "unknown recipient", "recipient unknown", "unknown mailbox", "mailbox unknown",
            "unknown address", "address unknown", "addressee unknown", "unknown email", "unknown account",
            "account unknown", "unknown alias", "unknown destination", "unknown rcpt", "unknown_user", "userunknown",
            "is unknown", "no such user", "no such recipient", "no such mailbox", "no such account", "no such address",
            "no such person", "no such local", "no such email", "no such e-mail", "no such mail", "no such name",
            "no such inbox", "no user", "no mailbox", "no account", "no recipient", "no valid recipient",
            "no local mailbox", "not a local", "no email address", "no one with that", "no one here",
            "invalid final delivery",
            "final email delivery point", "recipients are invalid", "not a member of domain",
            "doesn't handle mail", "does not handle mail", "cannot deliver mail for", "any host by that name",
            "recipient is not allowed", "mailbox name not allowed", "not being accepted for this",
            "not currently being accepted for", "due to inactivity", "not our customer", "not our user", "nobody"),
        new(BounceClass.Hard,
            "does not exist", "doesn't exist", "do not exist", "not exist", "don't exist", "nonexistent",
            "non-existent", "non existent", "nonexist", "not found", "wasn't found", "couldn't find",
            "could not find", "couldn't be found", "cannot find", "can't find", "unable to find", "not recognized",
            "not recognised", "not known", "isn't known", "don't know", "not listed in", "not a valid",
            "isn't a valid", "not valid", "no longer valid", "not a known", "not one of", "isn't one of",
            "possibly incorrect", "recipient address rejected: access denied", "not registered", "unregistered",
            "recipient verification",
            "user doesn't have", "user does not have", "not have an account", "not local host", "callout verification",
            "cannot be verified", "rcp-p1", "suppression list", "suppressed sending", "history of bouncing",
            "unverified recipient"),
        new(BounceClass.Hard,
            "invalid recipient", "invalid mailbox", "invalid address", "invalid user", "invalid email",
            "invalid e-mail", "invalid local", "invalid rcpt", "invalid account", "recipient invalid",
            "recipients invalid", "incorrect address", "incorrect recipient", "bad address", "bad destination",
            "bad recipient", "illegal alias", "illegal user", "misspelled", "mistyped", "wrong address",
            "badly formatted address", "malformed address", "ambiguous address"),
    ];

    public static PhraseRow[] Accounts { get; } =
    [
        new(BounceClass.Hard,
            "mailbox unavailable", "mailbox is unavailable", "mailbox not available", "mailbox currently unavailable",
            "account has been", "account was", "mailbox has been", "mailbox was", "user has been", "user was",
            "address has been deleted", "address has been removed", "recipient has been", "inactive", "disabled",
            "deactivated", "discontinued", "suspended", "not active", "no longer active",
            "not activated", "account expired", "account has expired", "mailbox expired", "dormant", "abandoned",
            "account closed", "account has been closed", "mailbox has been closed", "account is closed",
            "mailbox is closed",
            "account locked", "account is locked", "is blocked from receiving", "account is blocked",
            "account blocked", "mailbox is blocked", "mailbox blocked", "user blocked", "user is blocked",
            "mailbox is frozen", "frozen", "no longer available", "no longer exist", "no longer here",
            "no longer accept", "no longer with", "no longer on", "no longer in", "no longer work", "no longer employ",
            "has moved", "user moved", "have moved", "has left", "out of business", "out of service",
            "not accepting mail", "not accepting messages", "not accepting email", "cannot receive",
            "unable to receive mail", "does not accept mail", "not able to receive", "can't receive",
            "not receive mail", "not accept mail from anyone"),
    ];

    public static PhraseRow[] Hosts { get; } =
    [
        new(BounceClass.Hard,
            "host unknown", "unknown host", "unknown domain", "domain unknown", "no such domain", "no such host",
            "name or service not known", "invalid domain", "illegal host", "bad host", "bad domain",
            "no mail exchanger", "no mx", "nullmx", "null mx", "mx record", "mx host", "mx lookup failed",
            "unrouteable", "unroutable", "un-routable", "nxdomain",
            "not a mail domain", "domain is not local", "domain is not hosted", "domain is not valid",
            "domain is not configured", "domain is not served", "domain isn't hosted", "no mail server",
            "not accept mail", "domain expired", "no dns record",
            "no a record", "unqualified", "does not like to receive mail", "not hosted here", "not handled here"),
    ];

    public static PhraseRow[] OtherLanguages { get; } =
    [
        new(BounceClass.Hard,
            "不存在", "无此", "無此", "没有该", "沒有該", "没有找到", "未找到", "找不到", "查无", "查無", "不是有效", "无效",
            "無效", "错误的收件", "地址有误", "地址错误", "地址不正确", "停用", "注销", "註銷", "冻结", "禁用", "已失效",
            "宛先不明", "あて先不明", "宛先が不明", "宛先が正しく", "宛先アドレス", "不明です", "存在しま", "存在しな", "存在致しま",
            "見つかりま", "見つから", "見つけられ", "不明な", "該当する", "アドレスが間違", "アドレス不明", "利用停止", "使われて",
            "존재하지", "찾을 수 없", "잘못된 주소", "알 수 없는 사용자"),
        new(BounceClass.Hard,
            "existiert nicht", "nicht gefunden", "nicht vorhanden", "nicht bekannt", "unbekannt", "ungültig",
            "deaktiviert", "gesperrt", "n'existe pas", "inconnu", "introuvable", "n'a pas été trouvé", "invalide",
            "désactivé", "desactivé",
            "desactivee", "no existe", "desconocid", "no encontrad", "no se encontró", "no se ha encontrado",
            "no es válid", "inactivo", "ha expirado",
            "non esiste", "sconosciut", "inesistente", "non valido", "non trovat", "errato", "disattivat",
            "bloccato", "inutilizzo",
            "não existe", "inexistente", "desconhecid", "não encontrad", "não foi encontrad", "inválid",
            "bestaat niet", "onbekend", "niet gevonden", "findes ikke", "finns inte", "finnes ikke", "okänd",
            "ei ole olemassa", "tuntematon", "nie istnieje", "nieznany", "nie znaleziono",
            "nie ma takiego", "nieaktywne", "zablokowan", "neexistuje",
            "nebyl nalezen",
            "nem létezik", "ismeretlen", "nu există", "bulunamadı", "mevcut değil", "geçersiz",
            "не существует", "не найден", "неизвестн", "недействител", "нет такого", "не знайдено", "не існує"),
    ];
}
