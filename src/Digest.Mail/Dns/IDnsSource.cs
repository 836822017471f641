namespace Digest.Mail.Dns;

/// <summary>Answers single questions: the network, or a zone out of a file.</summary>
public interface IDnsSource
{
    Task<DnsReply> AskAsync(DnsQuestion question, CancellationToken cancellationToken);
}
