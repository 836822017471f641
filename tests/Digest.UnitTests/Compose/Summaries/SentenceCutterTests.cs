using Digest.Compose.Summaries;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Digest.UnitTests.Compose.Summaries;

public class SentenceCutterTests
{
    [Theory]
    [InlineData("龙骨发布了。修复三个错误！还有么？", "龙骨发布了。|修复三个错误！|还有么？")]
    [InlineData("リリースしました。「本当に？はい。」と言った。次です。", "リリースしました。|「本当に？はい。」と言った。|次です。")]
    [InlineData("Keel 2.4 is out. See e.g. keel.conf. Done.", "Keel 2.4 is out.|See e.g. keel.conf.|Done.")]
    [InlineData("Is it? Yes! It is.", "Is it?|Yes!|It is.")]
    [InlineData("See https://a.cn/?p=1.2 for it. Next.", "See https://a.cn/?p=1.2 for it.|Next.")]
    [InlineData("J. Doe wrote it (by hand). Then he left.", "J. Doe wrote it (by hand).|Then he left.")]
    [InlineData("他说：“好。走吧。”然后走了。", "他说：“好。走吧。”然后走了。")]
    [InlineData("未结束的「引号。后一句。", "未结束的「引号。|后一句。")]
    [InlineData("等等……还有。", "等等……|还有。")]
    [InlineData("版本2.17.0发布。下一句", "版本2.17.0发布。|下一句")]
    public void Sentences_end_where_a_reader_ends_them(string text, string sentences) =>
        Assert.Equal(sentences.Split('|'), SentenceCutter.Cut(text));

    [Fact]
    public void Nothing_but_spaces_is_lost() => Prop.ForAll<string>(text =>
        Dense(string.Concat(SentenceCutter.Cut(text ?? ""))) == Dense(text ?? "")).QuickCheckThrowOnFailure();

    private static string Dense(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
