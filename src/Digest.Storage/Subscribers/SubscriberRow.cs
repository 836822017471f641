using Digest.Mail.Mime;
using Digest.Model;
using Digest.Storage.Sql;

namespace Digest.Storage.Subscribers;

internal sealed class SubscriberRow
{
    public const string Columns =
        """
        seq AS Seq, id AS Id, newsletter AS Newsletter, address AS Address, name AS Name, language AS Language,
        topics AS Topics, time_zone AS TimeZone, state AS State, consent AS Consent, created AS Created
        """;

    public long Seq { get; init; }

    public string Id { get; init; } = "";

    public string Newsletter { get; init; } = "";

    public string AddressKey { get; init; } = "";

    public string AddressHash { get; init; } = "";

    public string Address { get; init; } = "";

    public string? Name { get; init; }

    public string? Language { get; init; }

    public string Topics { get; init; } = "[]";

    public string? TimeZone { get; init; }

    public string State { get; init; } = "";

    public string Consent { get; init; } = "";

    public string Created { get; init; } = "";

    public static SubscriberRow From(Subscriber subscriber) => new()
    {
        Id = subscriber.Id,
        Newsletter = subscriber.Newsletter,
        AddressKey = subscriber.Mailbox.Address.Key,
        AddressHash = Model.AddressHash.Of(subscriber.Mailbox.Address),
        Address = subscriber.Mailbox.Address.Value,
        Name = subscriber.Mailbox.Name,
        Language = subscriber.Language,
        Topics = SqlJson.Write(subscriber.Topics),
        TimeZone = subscriber.TimeZone,
        State = SqlName.Write(subscriber.State),
        Consent = subscriber.Consent,
        Created = SqlTime.Write(subscriber.Created),
    };

    public Subscriber ToSubscriber() => new()
    {
        Id = Id,
        Newsletter = Newsletter,
        Mailbox = new Mailbox(Name, EmailAddress.Parse(Address)),
        Language = Language,
        Topics = SqlJson.Read<string[]>(Topics),
        TimeZone = TimeZone,
        State = SqlName.Read<SubscriptionState>(State),
        Consent = Consent,
        Created = SqlTime.Read(Created),
    };
}
