using Digest.Gather.Mails;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Digest.UnitTests.Gather.Mails;

public sealed class AddressMaskTests
{
    [Theory]
    [InlineData("Write to ann.keel+x@anchor.example.", "Write to …@….")]
    [InlineData("Ann <ann@anchor.example> said", "Ann <…@…> said")]
    [InlineData("邮箱是taro@anchor.example请联系", "邮箱是…@…请联系")]
    [InlineData("mailto:ann@anchor.example", "…@…")]
    [InlineData("ann.keel at anchor.example wrote", "…@… wrote")]
    [InlineData("ann(a)anchor.example", "…@…")]
    [InlineData("ann [at] anchor [dot] example", "…@…")]
    [InlineData("用户@例子.公司", "…@…")]
    [InlineData("ann＠anchor.example", "…@…")]
    [InlineData("https://ann:secret@keel.example/x", "…@…")]
    [InlineData("https://keel.example/?user=ann@anchor.example", "https://keel.example/")]
    [InlineData("https://keel.example/?user=ann%40anchor.example&a=1", "https://keel.example/")]
    [InlineData("[x](https://keel.example/a)[b](mailto:ann@anchor.example)", "[x](https://keel.example/a)[b](…@…)")]
    public void Address_is_masked(string text, string masked) => Assert.Equal(masked, AddressMask.Of(text));

    [Theory]
    [InlineData("look at keel.example")]
    [InlineData("released at keel.example")]
    [InlineData("@ann and keel@1.2.3")]
    [InlineData("HEAD@{1}")]
    [InlineData("a @ b")]
    [InlineData("https://lists.example/archives/list/dev@lists.example/message/ABC/")]
    [InlineData("https://blog.example/@ann/post")]
    public void What_is_no_address_of_a_person_stays(string text) => Assert.Equal(text, AddressMask.Of(text));

    [Fact]
    public void Long_line_of_signs_takes_no_time() =>
        Assert.Contains("@", AddressMask.Of(new string('@', 200_000) + new string('a', 200_000) + " at "));

    [Fact]
    public void Any_text_is_masked_once_and_for_all() => Prop.ForAll<string>(text =>
    {
        var masked = AddressMask.Of(text ?? "");
        return masked == AddressMask.Of(masked);
    }).QuickCheckThrowOnFailure();
}
