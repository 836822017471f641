using System.Text;
using Digest.Gather.Mails;
using Xunit;

namespace Digest.UnitTests.Gather.Mails;

public sealed class ListMailReaderTests
{
    [Theory]
    [InlineData("gb18030", "zh-CN", "浮木项目发布了新的版本，欢迎试用。")]
    [InlineData("big5", "zh-TW", "浮木專案發佈了新的版本，歡迎試用。")]
    [InlineData("euc-jp", "ja", "浮木の新しい版を公開しました。")]
    [InlineData("shift_jis", "ja", "浮木の新しい版を公開しました。")]
    [InlineData("iso-2022-jp", "en", "浮木の新しい版を公開しました。")]
    [InlineData("utf-8", "en", "浮木の新しい版を公開しました。")]
    [InlineData("windows-1252", "zh-CN", "Le café où l'été dure.")]
    [InlineData("gb18030", "en", "浮木项目发布了新的版本，欢迎试用。")]
    public void Charset_that_nobody_declared_is_guessed_by_the_language(string charset, string language, string text)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset);

        var mail = ListMailReader.Read(encoding.GetBytes($"Subject: x\n\n{text}\n"), language);

        Assert.Equal(text, mail.Entity.DecodeText().Trim());
    }

    [Fact]
    public void Declared_charset_is_believed()
    {
        var gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;
        var mail = gb18030.GetBytes(
            "Subject: =?gb2312?B?uKHEvg==?=\nContent-Type: text/plain; charset=gb2312\n\n朱镕基\n");

        var read = ListMailReader.Read(mail, "ja");

        Assert.Equal("浮木", read.Subject.Title);
        Assert.Equal("朱镕基", MailBody.Opening(read.Entity));
    }

    [Fact]
    public void Mail_without_an_identity_gets_the_same_one_each_time()
    {
        var one = ListMailReader.Read("Subject: a\n\nb"u8.ToArray(), null).Id;

        Assert.StartsWith("sha256:", one);
        Assert.Equal(one, ListMailReader.Read("Subject: a\n\nb"u8.ToArray(), null).Id);
        Assert.NotEqual(one, ListMailReader.Read("Subject: a\n\nc"u8.ToArray(), null).Id);
    }

    [Fact]
    public void Nearest_reference_comes_first()
    {
        var mail = ListMailReader.Read("References: <a@x> <b@x>\n <c@x>\nIn-Reply-To: <c@x>\n\n"u8.ToArray(), null);

        Assert.Equal(["c@x", "b@x", "a@x"], mail.References);
    }

    [Theory]
    [InlineData("X-No-Archive: Yes", true)]
    [InlineData("X-Archive: no", true)]
    [InlineData("X-No-Archive: no", false)]
    [InlineData("Subject: a", false)]
    public void Sender_may_ask_to_be_kept_nowhere(string field, bool isPrivate)
    {
        var mail = ListMailReader.Read(Encoding.ASCII.GetBytes($"{field}\n\n"), null);

        Assert.Equal(isPrivate, ListMailReader.IsPrivate(mail.Entity.Headers));
    }
}
