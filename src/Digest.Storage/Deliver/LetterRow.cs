using Digest.Mail.Mime;
using Digest.Model;
using Digest.Storage.Sql;

namespace Digest.Storage.Deliver;

/// <summary>A row of <c>letter</c> with its reader's mailbox.</summary>
internal sealed class LetterRow
{
    public const string Columns =
        """
        l.id AS Id, l.newsletter AS Newsletter, l.label AS Label, l.subscriber_id AS SubscriberId, s.name AS Name,
        s.address AS Address, l.message_id AS MessageId, l.state AS State, l.attempts AS Attempts, l.due AS Due,
        l.reply AS Reply
        """;

    public long Id { get; init; }

    public string Newsletter { get; init; } = "";

    public string Label { get; init; } = "";

    public string SubscriberId { get; init; } = "";

    public string? Name { get; init; }

    public string Address { get; init; } = "";

    public string MessageId { get; init; } = "";

    public string State { get; init; } = "";

    public int Attempts { get; init; }

    /// <summary>Empty for at once.</summary>
    public string Due { get; init; } = "";

    public string? Reply { get; init; }

    /// <summary>Not a column: true if the reader must not be mailed any more.</summary>
    public bool Gone { get; init; }

    public static LetterRow From(Letter letter) => new()
    {
        Id = letter.Id,
        State = SqlName.Write(letter.State),
        Attempts = letter.Attempts,
        Due = SqlTime.Write(letter.NextTry) ?? "",
        Reply = letter.Reply,
    };

    public Letter ToLetter() => new()
    {
        Id = Id,
        Issue = new IssueRef(Newsletter, Label),
        SubscriberId = SubscriberId,
        Recipient = new Mailbox(Name, EmailAddress.Parse(Address)),
        MessageId = MessageId,
        State = SqlName.Read<LetterState>(State),
        Attempts = Attempts,
        NextTry = SqlTime.ReadOptional(Due),
        Reply = Reply,
    };
}
