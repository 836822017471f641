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
        var paths = session.Get<IOptions<PathsOptions>>();
        var mail = session.Get<IOptions<MailOptions>>();
        var catalog = session.Get<NewsletterCatalog>();
        var senders = Senders(catalog, mail.Value.Bounces.Address);
        yield return new NewsletterFindings(catalog, session.Get<Templates>());
        yield return new StorageFindings(session.Get<IStorageStartup>());
        yield return new DataFolderFindings(paths);
        yield return new TransportFindings(mail, paths, session.Get<SmtpProbe>(), session.Get<TimeProvider>());
        yield return new PublicUrlFindings(session.Get<IOptions<WebOptions>>());
        foreach (var check in OfDns(session.Get<TimeProvider>(), source, senders, mail.Value, outgoing))
            yield return check;

        yield return Unsubscribe(session, senders);
        yield return new LetterFindings(
            catalog,
            session.Get<IIssueStore>(),
            session.Get<IssuePreview>(),
            session.Get<TrialLetter>,
            session.Get<IOptions<WebOptions>>().Value.PublicUrl);
    }

    private static ICheck[] OfDns(
        TimeProvider clock,
        IDnsSource? source,
        IReadOnlyList<MailSender> senders,
        MailOptions mail,
        IPAddress? outgoing)
    {
        string[] subjects =
            [SpfFindings.Subject, DkimFindings.Subject, DmarcFindings.Subject, MxFindings.Subject, PtrFindings.Subject];
        if (senders.Count == 0)
            return [new SkippedFindings("there is no newsletter that can be read", "mend that first", subjects)];
        if (source is null && mail.Transport != SmtpTransport.Name)
        {
            return
            [
                new SkippedFindings("letters become files, so nobody looks", "ask for it by --dns or --zone", subjects),
            ];
        }

        var times = new DnsTimes();
        var dns = new DnsResolver(source ?? new NetworkDns(DnsServers.OfSystem(), times, clock), times, clock);
        var scope = new MailScope(dns, senders, mail, outgoing);
        return
        [
            new SpfFindings(scope), new DkimFindings(scope), new DmarcFindings(scope), new MxFindings(scope),
            new PtrFindings(scope),
        ];
    }

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
