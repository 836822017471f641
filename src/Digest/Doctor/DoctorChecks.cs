using System.Net;
using Digest.Commands;
using Digest.Deliver;
using Digest.Mail.Dns;
using Digest.Mail.Mime;
using Digest.Model;
using Digest.Newsletters;
using Digest.Run;
using Digest.Storage;
using Digest.Templating;
using Microsoft.Extensions.Options;

namespace Digest.Doctor;

/// <summary>Every check, in the order of the report. DNS is asked where mail is really sent, or on request.</summary>
internal static class DoctorChecks
{
    public static IEnumerable<ICheck> For(CommandSession session, IDnsSource? source, IPAddress? outgoing)
    {
        var catalog = session.Get<NewsletterCatalog>();
        var web = session.Get<IOptions<WebOptions>>();
        var senders = Senders(catalog, session.Get<IOptions<MailOptions>>().Value.Bounces.Address);
        var scope = Scope(session, senders, source, outgoing);
        var letters = new NewestLetters(
            catalog, session.Get<IIssueStore>(), session.Get<IssuePreview>(), session.Get<TrialLetter>);
        return
        [
            new NewsletterFindings(catalog, session.Get<Templates>()),
            new StorageFindings(session.Get<IStorageStartup>()),
            new DataFolderFindings(session.Get<IOptions<PathsOptions>>()),
            Transport(session, letters),
            new PublicUrlFindings(web),
            .. OfDns(scope, senders),
            Unsubscribe(session, senders),
            new LetterFindings(letters, web.Value.PublicUrl, scope),
        ];
    }

    /// <summary>Null where DNS is not asked.</summary>
    private static MailScope? Scope(
        CommandSession session, IReadOnlyList<MailSender> senders, IDnsSource? source, IPAddress? outgoing)
    {
        var mail = session.Get<IOptions<MailOptions>>().Value;
        if (senders.Count == 0 || (source is null && mail.Transport != SmtpTransport.Name))
            return null;

        var (times, clock) = (new DnsTimes(), session.Get<TimeProvider>());
        var dns = new DnsResolver(source ?? new NetworkDns(DnsServers.OfSystem(), times, clock), times, clock);
        return new MailScope(dns, senders, mail, outgoing);
    }

    private static ICheck[] OfDns(MailScope? scope, IReadOnlyList<MailSender> senders)
    {
        if (scope is not null)
        {
            return
            [
                new SpfFindings(scope), new DkimFindings(scope), new DmarcFindings(scope), new MxFindings(scope),
                new PtrFindings(scope), new PolicyRecordFindings(scope),
            ];
        }

        string[] subjects =
        [
            SpfFindings.Subject, DkimFindings.Subject, DmarcFindings.Subject, MxFindings.Subject, PtrFindings.Subject,
            .. PolicyRecordFindings.Subjects,
        ];
        return senders.Count == 0
            ? [new SkippedFindings("there is no newsletter that can be read", "mend that first", subjects)]
            : [new SkippedFindings("letters become files, so nobody looks", "ask for it by --dns or --zone", subjects)];
    }

    private static TransportFindings Transport(CommandSession session, NewestLetters letters) => new(
        session.Get<IOptions<MailOptions>>(),
        session.Get<IOptions<PathsOptions>>(),
        session.Get<SmtpProbe>(),
        letters,
        session.Get<TimeProvider>());

    private static UnsubscribeFindings Unsubscribe(CommandSession session, IReadOnlyList<MailSender> senders) => new(
        session.Get<UnsubscribeProbe>(),
        session.Get<UnsubscribeTokens>,
        session.Get<SiteAddress>(),
        session.Get<IOptions<WebOptions>>(),
        senders,
        session.Get<TimeProvider>());

    /// <summary>None where the newsletters cannot be read: another check says why.</summary>
    private static IReadOnlyList<MailSender> Senders(NewsletterCatalog catalog, string? bounces)
    {
        try
        {
            return [.. catalog.Load().Select(newsletter => SenderOf(newsletter, bounces))];
        }
        catch (DigestException)
        {
            return [];
        }
    }

    private static MailSender SenderOf(Newsletter newsletter, string? bounces) => new(
        newsletter.Slug,
        newsletter.From.Address,
        (newsletter.ReplyTo ?? newsletter.From).Address,
        EmailAddress.TryParse(bounces, out var envelope, out _) ? envelope : newsletter.From.Address);
}
