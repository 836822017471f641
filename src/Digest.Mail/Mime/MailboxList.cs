using System.Collections;
using System.Runtime.CompilerServices;

namespace Digest.Mail.Mime;

/// <summary>
/// The mailboxes of one field, in the order they are written (the mailbox-list of RFC 5322 §3.4). A single mailbox is
/// a list of one: <c>To = reader</c> and <c>To = [reader, editor]</c> both do.
/// </summary>
[CollectionBuilder(typeof(MailboxList), nameof(Of))]
public sealed class MailboxList : IReadOnlyList<Mailbox>
{
    private readonly Mailbox[] _mailboxes;

    private MailboxList(Mailbox[] mailboxes) => _mailboxes = mailboxes;

    public int Count => _mailboxes.Length;

    public Mailbox this[int index] => _mailboxes[index];

    public static implicit operator MailboxList(Mailbox mailbox) => FromMailbox(mailbox);

    public static MailboxList FromMailbox(Mailbox mailbox) => new([mailbox]);

    public static MailboxList Of(ReadOnlySpan<Mailbox> mailboxes) => new(mailboxes.ToArray());

    public IEnumerator<Mailbox> GetEnumerator() => _mailboxes.AsEnumerable().GetEnumerator();

    public override string ToString() => string.Join(", ", _mailboxes.AsEnumerable());

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
