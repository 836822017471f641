using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace Digest.IntegrationTests.Render;

public sealed partial class DarkSchemeTests
{
    private static readonly IDocument Letter = new HtmlParser().ParseDocument(SampleIssue.Frozen.Html);
    private static readonly string Kept = Letter.QuerySelectorAll("style")[^1].TextContent;

    [Theory]
    [InlineData("color")]
    [InlineData("background-color")]
    public void Every_colour_has_a_partner_in_the_dark_scheme(string property)
    {
        var start = Kept.IndexOf("dark)", StringComparison.Ordinal);
        var media = Kept[start..Kept.IndexOf("[data-", StringComparison.Ordinal)];

        Assert.All(Coloured(property), element => Assert.True(IsRecoloured(element, property, media, "")));
    }

    [Theory]
    [InlineData("color", "[data-ogsc] ")]
    [InlineData("background-color", "[data-ogsb] ")]
    public void Every_colour_has_a_partner_for_outlook(string property, string mark) =>
        Assert.All(Coloured(property), element => Assert.True(IsRecoloured(element, property, Kept, mark)));

    private static List<IElement> Coloured(string property)
    {
        var found = Letter.QuerySelectorAll("body, body *").Where(element => HasInline(element, property)).ToList();
        Assert.NotEmpty(found);
        return found;
    }

    private static bool HasInline(IElement element, string property) =>
        ("; " + element.GetAttribute("style")).Contains($"; {property}: ", StringComparison.Ordinal);

    private static bool IsRecoloured(IElement element, string property, string css, string mark) => Rule().Matches(css)
        .Where(rule => $" {rule.Groups["body"].Value}".Contains($" {property}:", StringComparison.Ordinal))
        .SelectMany(rule => rule.Groups["selectors"].Value.Split(',', StringSplitOptions.TrimEntries))
        .Where(selector => selector.StartsWith(mark, StringComparison.Ordinal))
        .Any(selector => element.Matches(selector[mark.Length..]));

    [GeneratedRegex(@"(?<selectors>[^{}]+)\{(?<body>[^{}]+)\}")]
    private static partial Regex Rule();
}
