using Digest.Model;
using Digest.Testing;

namespace Digest.IntegrationTests.Render;

/// <summary>The issue of the golden files: Chinese, with an English and a Japanese item.</summary>
internal static class SampleIssue
{
    public static Newsletter Newsletter { get; } = Some.Newsletter() with
    {
        Folder = Path.Combine(Corpus.Root, "no-such-newsletter"),
        Description = "每周一封，看看社区里发生了什么。",
        PostalAddress = "北京市海淀区示例路 1 号 100080",
    };

    public static FrozenIssue Frozen { get; } = Some.RenderedIssue(
        GoldenFile.Read("issue.md"),
        Newsletter,
        Some.Issue(number: 6) with { Title = "社区动态周刊第六期(11.07-11.13)" });
}
