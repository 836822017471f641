using Digest.Gather.Mails;

namespace Digest.Gather.Mailbox;

/// <summary>Goes through a mailbox and tells the mails that are new.</summary>
/// <param name="senders">Parts of the names or addresses whose mails are wanted; empty for all.</param>
internal sealed class MailSeeker(SourceRequest request, ListMemory memory, IReadOnlyList<string> senders)
{
    private readonly HashSet<string> _known = memory.Seen.ToHashSet(StringComparer.Ordinal);

    /// <param name="path">The mailbox.</param>
    /// <param name="found">Takes the octets of the new mails, by their hashes.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="IOException">The mailbox is not there or cannot be read.</exception>
    public async Task<IReadOnlyList<MetMail>> SeekAsync(
        string path, Dictionary<string, ReadOnlyMemory<byte>> found, CancellationToken cancellationToken)
    {
        if (!File.Exists(path) && !Directory.Exists(path))
            throw new FileNotFoundException("there is no such mailbox; check its path in newsletter.yml");

        var met = new List<MetMail>();
        var language = MailboxSourceReader.LanguageOf(request);
        await foreach (var octets in MailboxFiles.ReadAsync(path, request.Now, cancellationToken))
        {
            var mail = ListMailReader.Read(octets, language);
            var hash = ListMemory.Hash(mail.Id);
            met.Add(new MetMail(hash, StandingOf(mail, hash)));
            if (met[^1].Is == MailStanding.New)
                found[hash] = octets;
        }

        return met;
    }

    private MailStanding StandingOf(ListMail mail, string hash)
    {
        if (!_known.Add(hash) || !IsNew(mail) || !IsWanted(mail))
            return MailStanding.Passed;

        return ListMailReader.IsPrivate(mail.Entity.Headers) ? MailStanding.Private : MailStanding.New;
    }

    /// <summary>
    /// Before the first read the window decides. Afterwards what was not seen is new, however old its date; only what
    /// the memory may have forgotten is judged by its date again.
    /// </summary>
    private bool IsNew(ListMail mail) => (!memory.IsNew && !memory.IsFull) || !(mail.Date < request.Since);

    private bool IsWanted(ListMail mail) => senders.Count == 0
        || mail.Entity.Headers.Mailboxes("From").Any(from => senders.Any(text =>
            from.Address.Contains(text, StringComparison.OrdinalIgnoreCase)
            || from.Name?.Contains(text, StringComparison.OrdinalIgnoreCase) == true));
}
