using Digest.Compose;
using Xunit;

namespace Digest.UnitTests.Compose;

public class ExcerptTests
{
    [Theory]
    [InlineData("短。", 10, "短。")]
    [InlineData("第一句话说完了。第二句话还没有说完就没有地方了", 12, "第一句话说完了。")]
    [InlineData("他说：“好了！”然后就走了，再也没有回来", 10, "他说：“好了！”")]
    [InlineData("Version 4.0 is out. More words follow here", 24, "Version 4.0 is out.")]
    [InlineData("Version 4.0 brings several improvements", 20, "Version 4.0 brings…")]
    [InlineData("没有句号的一长串文字没有句号的一长串文字", 10, "没有句号的一长串文…")]
    public void Text_ends_with_a_sentence_or_a_word(string words, int limit, string shortened) =>
        Assert.Equal(shortened, Excerpt.Of(words, limit));

    [Fact]
    public void Pair_of_surrogates_is_never_torn() =>
        Assert.Equal("𠮷𠮷…", Excerpt.Of("𠮷𠮷𠮷𠮷𠮷", 6));

    [Fact]
    public void Result_is_never_longer_than_its_limit()
    {
        const string words = "Ein Satz. Noch einer? 再一句。 e\u0301e\u0301e\u0301 𠮷𠮷𠮷 wordwordwordwordword.";

        for (var limit = 4; limit < words.Length; limit++)
            Assert.InRange(Excerpt.Of(words, limit).Length, 1, limit);
    }
}
