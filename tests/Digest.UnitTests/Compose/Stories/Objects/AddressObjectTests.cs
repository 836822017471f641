using Digest.Compose.Stories.Objects;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Digest.UnitTests.Compose.Stories.Objects;

public class AddressObjectTests
{
    private static readonly string[] Hosts =
    [
        "review.drift.example", "launchpad.net", "bugs.launchpad.net", "github.com", "gitlab.drift.example", "pypi.org",
        "npmjs.com", "marc.info", "groups.google.com", "mail-archive.com", "etherpad.drift.example", "a.example",
    ];

    private static readonly string[] Segments =
    [
        "c", "r", "+", "#", "#/", "1", "0", "99999999999999", "wiki", "index.php", "?title=", "p", "t", "-", "issues",
        "merge_requests", "releases", "tag", "tags", "commit", "message", "thread", "a@b", "+bug", "+spec",
        "+milestone",
        "bugs", "package", "v", "d", "msgid", "mid", "?i=", "browse", "KEEL-1", "ticket", "show_bug.cgi", "?id=", "%2B",
        "!", "story", ".E6", "x-1.2.tar.gz", "advisories", "浮", "%", "",
    ];

    [Theory]
    [InlineData("https://review.drift.example/#/c/38230/", "change:review.drift.example/38230")]
    [InlineData("https://review.drift.example/#/c/38230/2/keel/sync.py", "change:review.drift.example/38230")]
    [InlineData("https://review.drift.example/c/38230", "change:review.drift.example/38230")]
    [InlineData("https://review.drift.example/c/drift/keel/+/38230", "change:review.drift.example/38230")]
    [InlineData("https://drift.example/r/#/c/38230", "change:drift.example/38230")]
    [InlineData("https://drift.example/r/c/38230/1..2", "change:drift.example/38230")]
    [InlineData("https://review.drift.example/38230", "change:review.drift.example/38230")]
    [InlineData("https://review.drift.example/#/c/38230/.)", "change:review.drift.example/38230")]
    [InlineData("https://bugs.launchpad.net/keel/+bug/1237807", "bug:launchpad.net/1237807")]
    [InlineData("https://bugs.launchpad.net/bugs/1237807", "bug:launchpad.net/1237807")]
    [InlineData("https://launchpad.net/bugs/1237807", "bug:launchpad.net/1237807")]
    [InlineData("https://bugs.launchpad.net/ubuntu/+source/keel/+bug/1237807/comments/3", "bug:launchpad.net/1237807")]
    [InlineData("https://blueprints.launchpad.net/Keel/+spec/offline-sync", "blueprint:keel/offline-sync")]
    [InlineData("https://launchpad.net/keel/+spec/offline-sync", "blueprint:keel/offline-sync")]
    [InlineData("https://launchpad.net/Keel/+milestone/v2.4.0", "milestone:keel/2.4")]
    [InlineData("https://launchpad.net/keel/harbour/2.4.0", "milestone:keel/2.4")]
    [InlineData("https://github.com/Drift/Keel/issues/12#issuecomment-4", "ticket:github.com/drift/keel#12")]
    [InlineData("https://github.com/drift/keel/pull/12/files", "ticket:github.com/drift/keel#12")]
    [InlineData("https://gitlab.drift.example/a/b/keel/-/issues/7", "ticket:gitlab.drift.example/a/b/keel#7")]
    [InlineData("https://git.drift.example/a/keel/-/merge_requests/7/diffs", "ticket:git.drift.example/a/keel!7")]
    [InlineData("https://github.com/drift/keel/commit/0123456789abcdef0123", "commit:0123456789")]
    [InlineData("https://github.com/drift/keel/releases/tag/v2.4.0", "release:keel/2.4")]
    [InlineData("https://github.com/drift/keel/tree/v2.4.0", "release:keel/2.4")]
    [InlineData("https://github.com/drift/keel/archive/refs/tags/v2.4.0.tar.gz", "release:keel/2.4")]
    [InlineData("https://security.drift.example/ossa/OSSA-2026-017.html", "advisory:ossa-2026-017")]
    [InlineData("https://m.drift.example/oars/index.html#comments", "page://drift.example/oars")]
    [InlineData("https://en.m.drift.example/oars/amp/", "page://en.drift.example/oars")]
    [InlineData("https://oars.blogspot.co.uk/2026/04/x.html?m=1", "page://oars.blogspot.com/2026/04/x.html")]
    [InlineData("https://github.com/drift/mono/releases/tag/keel-2.4.0", "release:keel/2.4")]
    [InlineData("https://pypi.org/project/python-keel/2.4.0/", "release:keel/2.4")]
    [InlineData("https://tarballs.drift.example/keel/keel-2.4.0.tar.gz", "release:keel/2.4")]
    [InlineData("https://etherpad.drift.example/p/summit-plans/timeslider", "pad:etherpad.drift.example/summit-plans")]
    [InlineData("https://etherpad.drift.example/p/summit-plans/export/txt", "pad:etherpad.drift.example/summit-plans")]
    [InlineData("https://etherpad.drift.example/summit-plans", "pad:etherpad.drift.example/summit-plans")]
    [InlineData("https://wiki.drift.example/wiki/release%20Notes", "wiki:wiki.drift.example/Release_Notes")]
    [InlineData("https://wiki.drift.example/index.php?title=notes&oldid=4", "wiki:wiki.drift.example/Notes")]
    [InlineData("https://wiki.drift.example/wiki/Blueprints#Keel", "wiki:wiki.drift.example/Blueprints#Keel")]
    [InlineData("https://wiki.drift.example/wiki/%E6%B5%AE%E6%9C%A8", "wiki:wiki.drift.example/浮木")]
    [InlineData("https://wiki.drift.example/wiki/A#.E6.B5.AE", "wiki:wiki.drift.example/A#浮")]
    [InlineData("https://wiki.drift.example/wiki/Multi\\_Region", "wiki:wiki.drift.example/Multi_Region")]
    [InlineData("https://talk.drift.example/t/offline-sync/123/4", "topic:talk.drift.example/123")]
    [InlineData("https://talk.drift.example/t/123", "topic:talk.drift.example/123")]
    [InlineData("https://lore.kernel.org/drift/20261105.1@lists.example/", "message:20261105.1@lists.example")]
    [InlineData("https://www.mail-archive.com/search?l=mid&q=a.1@lists.example", "message:a.1@lists.example")]
    [InlineData("https://bugs.drift.example/show_bug.cgi?id=77", "bug:bugs.drift.example/77")]
    [InlineData("https://jira.drift.example/browse/KEEL-77", "ticket:jira.drift.example/keel#77")]
    [InlineData("https://nvd.nist.gov/vuln/detail/CVE-2026-41000", "advisory:cve-2026-41000")]
    [InlineData("https://blog.drift.example/?p=481", "page://blog.drift.example/?p=481")]
    [InlineData("https://blog.drift.example/a/", "page://blog.drift.example/a")]
    public void Address_leads_to_its_thing(string address, string key) =>
        Assert.Equal(key, AddressObject.Of(address)?.Key);

    [Theory]
    [InlineData("https://planet.example/")]
    [InlineData("http://www.planet.example")]
    [InlineData("mailto:a@b.example")]
    [InlineData("nonsense")]
    [InlineData(null)]
    public void Front_page_and_what_is_no_address_is_nothing(string? address) => Assert.Null(AddressObject.Of(address));

    [Theory]
    [InlineData("https://talk.drift.example/c/keel/5")]
    [InlineData("https://launchpad.net/~keel-team/+archive/ppa")]
    [InlineData("https://github.com/drift/keel")]
    [InlineData("https://pypi.org/project/keel/")]
    [InlineData("https://lists.drift.example/pipermail/dev/2026-November/037413.html")]
    public void Address_without_a_thing_is_a_page(string address) => Assert.True(AddressObject.Of(address)!.IsPage);

    [Fact]
    public void Mail_is_found_at_the_address_that_is_made_of_its_id()
    {
        var key = MailAddress.HashKey("<20261105.1@lists.example>");

        Assert.Equal(
            key,
            AddressObject.Of($"https://lists.example/archives/list/dev@lists.example/message/{key[13..]}/")!.Key);
    }

    [Fact]
    public void Thing_behind_any_address_has_a_name() => Prop.ForAll(Addresses, address =>
        AddressObject.Of(address) is not { } thing || ObjectNames.Of(thing.Key).Length > 0)
        .QuickCheckThrowOnFailure();

    private static Arbitrary<string> Addresses => Gen.Elements(Hosts)
        .SelectMany(host => Gen.Elements(Segments).ListOf()
            .Select(parts => $"https://{host}/{string.Join('/', parts)}"))
        .ToArbitrary();
}
