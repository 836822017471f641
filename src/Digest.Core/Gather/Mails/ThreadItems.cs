using Digest.Markup;
using Digest.Model;

namespace Digest.Gather.Mails;

/// <summary>
/// Tells the threads of a list, one item for each. A thread is told when its first mail is new: a digest tells what
/// began, and an answer to what it told is no news. Does no I/O.
/// </summary>
/// <param name="listName">As its address names it, to know its prefix of subjects.</param>
internal sealed class ThreadItems(SourceRequest request, ListMemory memory, string listName)
{
    private const int MostObjects = 200;

    // How long a mail may wait for a moderator and then come with its old date.
    private static readonly TimeSpan Moderation = TimeSpan.FromDays(14);

    /// <returns>
    /// The threads that are new, and those told before with what became of them since; and the memory from now on.
    /// </returns>
    public (IReadOnlyList<GatheredItem> Items, ListMemory Memory) Of(IEnumerable<ListMail> read)
    {
        var mails = read.Where(mail => !ListMailReader.IsPrivate(mail.Entity.Headers)).ToList();
        var seen = memory.Seen.ToHashSet(StringComparer.Ordinal);
        var told = MailThreads.Of(mails).Where(thread => IsTold(thread, seen)).ToList();
        var prefix = ListPrefix.Of(mails, listName);
        return
        (
            [.. told.Select(thread => Item(thread, prefix))],
            memory.With(mails.SelectMany(Hashes), told.Select(thread => ListMemory.Hash(thread.Root.Id)))
        );
    }

    private bool IsTold(MailThread thread, HashSet<string> seen)
    {
        var hash = ListMemory.Hash(thread.Root.Id);
        if (memory.Told.Contains(hash))
            return true;
        if (seen.Contains(hash) || AnswersEarlier(thread.Root, seen))
            return false;

        var from = memory.IsNew ? request.Since : request.Since - Moderation;
        return !(thread.Root.Date < from);
    }

    /// <summary>True if its own first mail is not in sight: it was told before, or lies before the window.</summary>
    private static bool AnswersEarlier(ListMail mail, HashSet<string> seen) =>
        mail.Subject.IsReply || (mail.References.Any(id => seen.Contains(ListMemory.Hash(id)))
            && (mail.Subject.IsNumbered || seen.Contains(SubjectHash(mail))));

    private static IEnumerable<string> Hashes(ListMail mail) => [ListMemory.Hash(mail.Id), SubjectHash(mail)];

    private static string SubjectHash(ListMail mail) => ListMemory.Hash($"subject {mail.Subject.Key}");

    private GatheredItem Item(MailThread thread, string? prefix)
    {
        var root = thread.Root;
        var body = MailBody.Opening(root.Entity);
        var tags = root.Subject.Tags.Where(tag => !ListPrefix.IsSame(tag, prefix)).Select(AddressMask.Of);
        return new GatheredItem
        {
            ExternalId = root.Id,
            Title = MailTitle.Of(root.Subject.Title, body),
            Url = root.Url,
            Body = body,
            Author = root.Author.Name,
            Language = LanguageTag.FirstOf(root.Entity.Headers["Content-Language"], request.Source.Language)
                ?? LanguageTag.Guess(root.Subject.Title + body),
            Tags = ItemTags.Union(tags, request.Source.Tags),

            // A list cannot get a mail from the future: the sender's clock is wrong.
            Published = root.Date > request.Now ? request.Now : root.Date,
            Kind = ItemKind.Message,
            Objects = [.. thread.Mails.Take(MostObjects).Select(mail => ObjectKey.Message(mail.Id))],
            Mentions = Mentions(thread),
            Signals = new ItemSignals
            {
                Replies = thread.Mails.Count - 1,
                Participants = thread.Mails.Select(mail => mail.Author.Key).Distinct(StringComparer.Ordinal).Count(),
            },
        };
    }

    /// <summary>Mails that the thread refers to and that are not in it.</summary>
    private static List<string> Mentions(MailThread thread)
    {
        var own = thread.Mails.Select(mail => mail.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. thread.Mails.SelectMany(mail => mail.References)
                .Where(id => !own.Contains(id))
                .Distinct(StringComparer.Ordinal)
                .Take(MostObjects)
                .Select(ObjectKey.Message),
        ];
    }
}
