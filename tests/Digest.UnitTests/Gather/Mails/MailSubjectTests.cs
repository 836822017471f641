using Digest.Gather.Mails;
using Xunit;

namespace Digest.UnitTests.Gather.Mails;

public sealed class MailSubjectTests
{
    [Theory]
    [InlineData("[keel-dev] [sail] Anchors hold", "Anchors hold", "keel-dev|sail")]
    [InlineData("[keel-dev][sail][pci device] Anchors", "Anchors", "keel-dev|sail|pci device")]
    [InlineData("Re: [keel-dev] RE: [sail] Anchors", "Anchors", "keel-dev|sail")]
    [InlineData("回复： [浮木] 答复: 发布计划", "发布计划", "浮木")]
    [InlineData("【公告】浮木 1.2 发布", "浮木 1.2 发布", "公告")]
    [InlineData("[keel-ja:01234] リリースの件", "リリースの件", "keel-ja")]
    [InlineData("[PATCH v2 3/7] Fix the anchor", "Fix the anchor", "PATCH")]
    [InlineData("[sail]", "[sail]", "sail")]
    [InlineData("Use of [brackets] inside", "Use of [brackets] inside", "")]
    [InlineData("", "", "")]
    public void Marks_and_tags_are_taken_off(string subject, string title, string tags)
    {
        var read = MailSubject.Read(subject);

        Assert.Equal(title, read.Title);
        Assert.Equal(tags, string.Join('|', read.Tags));
    }

    [Theory]
    [InlineData("Re: a", true)]
    [InlineData("RE[2]: a", true)]
    [InlineData("[keel-dev] Re: a", true)]
    [InlineData("AW: a", true)]
    [InlineData("回复：a", true)]
    [InlineData("答复: a", true)]
    [InlineData("返信: a", true)]
    [InlineData("Fwd: a", false)]
    [InlineData("Release of keel", false)]
    [InlineData("Reality: a", false)]
    public void Answers_are_known_in_every_language(string subject, bool isReply) =>
        Assert.Equal(isReply, MailSubject.Read(subject).IsReply);

    [Fact]
    public void Answers_share_the_key_of_what_they_answer() => Assert.Equal(
        MailSubject.Read("[keel-dev] Anchors, and  chains").Key,
        MailSubject.Read("回复： [keel-dev] anchors and chains?").Key);

    [Fact]
    public void Brackets_stay_in_the_whole_subject() =>
        Assert.Equal("[浮木周报] 第12期", MailSubject.Read("Fwd: [浮木周报] 第12期").Whole);
}
