using Digest.Compose.Stories.Objects;
using Xunit;

namespace Digest.UnitTests.Compose.Stories.Objects;

public class TextObjectsTests
{
    [Theory]
    [InlineData("Closes-Bug: #1237807", "bug:launchpad.net/1237807")]
    [InlineData("see LP: #1237807.", "bug:launchpad.net/1237807")]
    [InlineData("修复了 bug 1237807 的问题", "bug:launchpad.net/1237807")]
    [InlineData("Implements: blueprint offline-sync", "blueprint:*/offline-sync")]
    [InlineData("bp/offline-sync is approved", "blueprint:*/offline-sync")]
    [InlineData(
        "Change-Id: I0123456789abcdef0123456789abcdef01234567", "change-id:i0123456789abcdef0123456789abcdef01234567")]
    [InlineData("fixed CVE-2026-41000 at last", "advisory:cve-2026-41000")]
    [InlineData("OSSA 2026-014", "advisory:ossa-2026-014")]
    [InlineData("Fixes #12", "ticket:github.com/drift/keel#12")]
    public void Thing_is_named_in_the_text(string text, string key) =>
        Assert.Equal([key], TextObjects.In(text, "ticket:github.com/drift/keel#7"));

    [Theory]
    [InlineData("Depends-On: I0123456789abcdef0123456789abcdef01234567")]
    [InlineData("bug 12 of the old tracker")]
    [InlineData("the blueprint of a house")]
    [InlineData("Fixes #12")]
    public void Nothing_is_named(string text) => Assert.Empty(TextObjects.In(text, ticket: null));

    [Theory]
    [InlineData("python-keel 2.17.0 released")]
    [InlineData("Keel 2.17 发布")]
    [InlineData("keel 2.17.0 发布了")]
    [InlineData("Keel 2.17 正式发布，修复三个错误")]
    [InlineData("Keel v2.17.0 is out!")]
    [InlineData("[ANN] keel 2.17.0")]
    [InlineData("Announcing Keel 2.17")]
    [InlineData("Keel 2.17 をリリース")]
    [InlineData("Release of Keel 2.17.0")]
    [InlineData("Release Keel 2.17.0")]
    public void Title_announces_a_release(string title) => Assert.Equal("release:keel/2.17", ReleaseTitle.KeyOf(title));

    [Theory]
    [InlineData("Keel 2.17 release delayed")]
    [InlineData("Keel 2.17 发布推迟到下周")]
    [InlineData("Keel 2.17 release party in Osaka")]
    [InlineData("Keel 2.17 will be released on Friday")]
    [InlineData("Keel 2.17 リリース延期")]
    [InlineData("Keel 2.17.0 and Anchor 3.1 released")]
    [InlineData("Upgrade to Keel 2.17")]
    [InlineData("Keel 2.17: what is new in sync")]
    [InlineData("Meeting 2.17 notes")]
    [InlineData("")]
    public void Title_announces_none(string title) => Assert.Null(ReleaseTitle.KeyOf(title));
}
