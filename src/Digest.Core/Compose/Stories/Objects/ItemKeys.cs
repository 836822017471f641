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

    private (string Row, string Key)[]? _numbered;

    /// <summary>What it is, by its source and by its title: joins items of any source.</summary>
    public required IReadOnlyList<string> Objects { get; init; }

    /// <summary>What its own address leads to; null if it has none, or only a site's front page.</summary>
    public required AddressObject? Address { get; init; }

    /// <summary>The host of its own address; null if it has none.</summary>
    public required string? Host { get; init; }

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

    /// <summary>The project that it is a release of; null if it is none.</summary>
    public string? Release => Own.Where(IsRelease).Select(key => key["release:".Length..key.LastIndexOf('/')])
        .FirstOrDefault();

    /// <summary>What it is in the rows of numbers of <see cref="TwoThings"/>.</summary>
    public IReadOnlyList<(string Row, string Key)> Numbered => _numbered ??=
        [.. Own.Select(key => (Row: TwoThings.RowOf(key)!, Key: key)).Where(one => one.Row is { Length: > 0 })];

    /// <summary>The one thing or page that it names or links; null if there are none or several.</summary>
    public string? Sole => Mentions is [var thing] && Pages.Count == 0 ? thing
        : Mentions.Count == 0 && Pages is [var page] ? page : null;

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
            Host = WebAddress.Of(item.Url)?.Host,
            Thread = thread,
            Mentions = Distinct(Told(item, own, links), isOwn),
            Pages = Distinct(links.Where(link => link.IsPage).Select(link => link.Key), isOwn),
        };
    }

    private static List<string> Named(GatheredItem item, AddressObject? address)
    {
        var keys = item.Objects.Select(KeyForm.Of).ToList();
        keys.AddRange(keys.Where(IsMessage).Select(key => MailAddress.HashKey(key["message:".Length..])).ToList());
        if (ReleaseTitle.KeyOf(item.Title, item.Kind == ItemKind.Release) is { } release && !keys.Any(IsRelease)
            && (address is null || !IsRelease(address.Key) || address.Key == release))
        {
            keys.Add(release);
        }

        keys.AddRange(Announced(item.Title));
        if (item.Kind == ItemKind.Change)
            keys.AddRange(TextObjects.ChangeIds(item.Body));

        return [.. keys.Distinct(StringComparer.Ordinal)];
    }

    // An advisory has a number in each register; a title that tells two of one register tells two advisories.
    private static List<string> Announced(string title)
    {
        var numbers = TextObjects.AdvisoriesIn(title).Distinct(StringComparer.Ordinal).ToList();
        return numbers.DistinctBy(TwoThings.RowOf).Count() == numbers.Count ? numbers : [];
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

    // The words of a blueprint's address name it a second time, without its project.
    private static IReadOnlyList<string> Distinct(IEnumerable<string> keys, HashSet<string> own)
    {
        var all = keys.Distinct(StringComparer.Ordinal).ToList();
        var bare = own.Concat(all).Select(KeyForm.WithoutProject).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var named = all.Concat(own).Any(key => key.StartsWith("blueprint:", StringComparison.Ordinal) && !IsBare(key));
        return [.. all.Where(key => !own.Contains(key) && !(named && IsBare(key) && bare.Contains(key)))
            .Take(MostMentions)];
    }

    private static bool IsBare(string key) => key.StartsWith("blueprint:*", StringComparison.Ordinal);

    private static bool IsMessage(string key) => KeyForm.KindOf(key) == "message";

    private static bool IsRelease(string key) => KeyForm.KindOf(key) == "release";
}
