using System.Text.RegularExpressions;
using Digest.Compose;
using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Compose;

public class SectionRouterTests
{
    private static readonly Newsletter Newsletter = Some.Newsletter() with
    {
        Sections =
        [
            Some.Section("业界动态", new SectionMatch { Sources = ["planet"] }),
            Some.Section(
                "社区跟踪",
                new SectionMatch { Hosts = ["example.org"] },
                Some.Section("Nova", new SectionMatch { Tags = ["nova"], Title = new Regex(@"\[nova\]") })),
        ],
        Sources = [Some.FeedSource("planet"), Some.FeedSource("compute") with { Tags = ["Nova"] }],
    };

    [Fact]
    public void First_rule_that_fits_decides() =>
        Assert.Equal("业界动态: source planet", Route(Some.Item(source: "planet", tags: "nova")));

    [Fact]
    public void Inner_section_goes_before_the_outer_one() => Assert.Equal(
        "社区跟踪/Nova: tag nova", Route(Some.Item(source: "lists", url: "https://example.org/", tags: "NOVA")));

    [Fact]
    public void Tags_of_the_source_count_as_the_items_own() =>
        Assert.Equal("社区跟踪/Nova: tag nova", Route(Some.Item(source: "compute")));

    [Theory]
    [InlineData("Tempst", "Tempest: tag Tempst, taken for tempest")]
    [InlineData("tempest ", "Tempest: tag tempest")]
    [InlineData("sai", "其他动态: no rule")]
    [InlineData("anchor1", "其他动态: no rule")]
    [InlineData("ancher", "其他动态: no rule; tag ancher is near anchor and archer")]
    public void Tag_that_is_nearly_known_is_followed_only_to_one_place(string tag, string route)
    {
        var newsletter = Newsletter with
        {
            Sections =
            [
                Some.Section("Tempest", new SectionMatch { Tags = ["tempest"] }),
                Some.Section("Sail", new SectionMatch { Tags = ["sail", "anchor"] }),
                Some.Section("Archer", new SectionMatch { Tags = ["archer"] }),
            ],
        };

        Assert.Equal(route, Route(Some.Item(source: "lists", tags: tag), newsletter));
    }

    [Fact]
    public void Title_is_told_by_its_pattern() =>
        Assert.Equal(@"社区跟踪/Nova: title ~ \[nova\]", Route(Some.Item("[nova] cells", "lists")));

    [Theory]
    [InlineData("https://wiki.example.org/x", "社区跟踪: host example.org")]
    [InlineData("https://notexample.org/x", "其他动态: no rule")]
    public void Host_takes_its_subdomains_and_no_other(string url, string route) =>
        Assert.Equal(route, Route(Some.Item(source: "lists", url: url)));

    [Fact]
    public void Pattern_that_takes_too_long_does_not_fit()
    {
        var slow = new Regex("^(a+)+$", RegexOptions.None, TimeSpan.FromMilliseconds(5));
        var newsletter = Newsletter with { Sections = [Some.Section("A", new SectionMatch { Title = slow })] };

        Assert.Equal("其他动态: no rule", Route(Some.Item(new string('a', 40) + "!"), newsletter));
    }

    [Theory]
    [InlineData("zh-CN", "动态")]
    [InlineData("zh-TW", "動態")]
    [InlineData("ja", "動向")]
    [InlineData("en", "News")]
    public void Newsletter_without_sections_has_one_for_everything(string language, string title) => Assert.Equal(
        $"{title}: no rule", Route(Some.Item(), Newsletter with { Sections = [], Language = language }));

    private static string Route(Item item, Newsletter? newsletter = null)
    {
        var of = newsletter ?? Newsletter;
        var route = new SectionRouter(of, DraftWords.For(of.Language)).Route(item);
        return $"{string.Join('/', route.Path)}: {route.Reason}";
    }
}
