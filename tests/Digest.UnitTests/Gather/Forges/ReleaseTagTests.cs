using Digest.Gather.Forges;
using Xunit;

namespace Digest.UnitTests.Gather.Forges;

public sealed class ReleaseTagTests
{
    [Theory]
    [InlineData("2.4.0", "release:keel/2.4.0")]
    [InlineData("v2.4.0", "release:keel/2.4.0")]
    [InlineData("V2.4.0-rc.1", "release:keel/2.4.0-rc.1")]
    [InlineData("release-2.4", "release:keel/2.4")]
    [InlineData("keel-2.4.0", "release:keel/2.4.0")]
    [InlineData("keel_v2.4.0+build.7", "release:keel/2.4.0+build.7")]
    [InlineData("@driftwood/rope@1.2.0", "release:rope/1.2.0")]
    [InlineData("anchor-cli/v3.0.1", "release:anchor-cli/3.0.1")]
    [InlineData("2026.11.0", "release:keel/2026.11.0")]
    [InlineData("nightly", "release:keel/nightly")]
    public void Tag_names_project_and_version(string tag, string key) =>
        Assert.Equal(key, ReleaseTag.Of("keel", tag).Key);

    [Theory]
    [InlineData(null, "keel 2.4.0")]
    [InlineData("", "keel 2.4.0")]
    [InlineData("v2.4.0", "keel v2.4.0")]
    [InlineData("Keel 2.4.0", "Keel 2.4.0")]
    [InlineData("2.4.0「流木」", "keel 2.4.0「流木」")]
    [InlineData("春季大扫除", "keel 2.4.0: 春季大扫除")]
    [InlineData("\u202Eevil\r\nname", "keel 2.4.0: evil name")]
    public void Title_names_what_the_release_leaves_out(string? name, string title) =>
        Assert.Equal(title, ReleaseTag.Of("keel", "v2.4.0").Title(name));
}
