using Digest.Model;

namespace Digest.Compose.Stories.Objects;

/// <summary>
/// What an item is and what it talks of. An article that links three bugs is not those bugs: only what an item is joins
/// it to others without a further look.
/// </summary>
internal sealed record ItemKeys
{
    // A text that names more things than these tells of none of them alone.
    private const int MostMentions = 12;

    /// <summary>What it is, by its source and by its title: joins items of any source.</summary>
    public required IReadOnlyList<string> Objects { get; init; }

    /// <summary>What its own address leads to; null if it has none, or only a site's front page.</summary>
    public required AddressObject? Address { get; init; }

    /// <summary>The mails it answers, as far as its source says.</summary>
    public required IReadOnlyList<string> Thread { get; init; }

    /// <summary>Things it names or links and is not: bugs, changes, releases.</summary>
    public required IReadOnlyList<string> Mentions { get; init; }

    /// <summary>Plain pages that it links.</summary>
    public required IReadOnlyList<string> Pages { get; init; }

    /// <summary>Everything it is, by whatever evidence.</summary>
    public IEnumerable<string> Own => Address is null ? Objects : Objects.Append(Address.Key);

    /// <summary>
    /// What it tells of where it lives nowhere itself, as an editor's note does: the few things that it links.
    /// </summary>
    public IEnumerable<string> Subjects =>
        Address is null && Mentions.Count + Pages.Count <= 3 ? Own.Concat(Mentions).Concat(Pages) : Own;

    public static ItemKeys Of(GatheredItem item)
    {
        var address = AddressObject.Of(item.Url);
        var own = Named(item, address);
        var links = AddressScanner.In(item.Body).Select(AddressObject.Of).OfType<AddressObject>().ToList();
        var isMail = item.Kind == ItemKind.Message;
        var thread = isMail ? item.Mentions.Where(IsMessage).Select(KeyForm.Of).ToList() : [];
        var isOwn = own.Concat(thread).Append(address?.Key ?? "").ToHashSet(StringComparer.Ordinal);
        return new ItemKeys
        {
            Objects = own,
            Address = address,
            Thread = thread,
            Mentions = Distinct(Told(item, own, links), isOwn),
            Pages = Distinct(links.Where(link => link.IsPage).Select(link => link.Key), isOwn),
        };
    }

    private static List<string> Named(GatheredItem item, AddressObject? address)
    {
        var keys = item.Objects.Select(KeyForm.Of).ToList();
        keys.AddRange(keys.Where(IsMessage).Select(key => MailAddress.HashKey(key["message:".Length..])).ToList());
        if (ReleaseTitle.KeyOf(item.Title) is { } release && !keys.Any(IsRelease)
            && (address is null || !IsRelease(address.Key) || address.Key == release))
        {
            keys.Add(release);
        }

        return [.. keys.Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Told(GatheredItem item, List<string> own, List<AddressObject> links)
    {
        var ticket = own.Append(AddressObject.Of(item.Url)?.Key ?? "")
            .FirstOrDefault(key => KeyForm.KindOf(key) == "ticket");
        return item.Mentions.Where(key => item.Kind != ItemKind.Message || !IsMessage(key))
            .Concat(links.Where(link => !link.IsPage).Select(link => link.Key))
            .Concat(TextObjects.In(item.Title, ticket))
            .Concat(TextObjects.In(item.Body, ticket))
            .Select(KeyForm.Of);
    }

    private static IReadOnlyList<string> Distinct(IEnumerable<string> keys, HashSet<string> own) =>
    [
        .. keys.Where(key => !own.Contains(key)).Distinct(StringComparer.Ordinal).Take(MostMentions),
    ];

    private static bool IsMessage(string key) => KeyForm.KindOf(key) == "message";

    private static bool IsRelease(string key) => KeyForm.KindOf(key) == "release";
}
