using Digest.Mail.Mime;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Digest.UnitTests.Mail.Mime;

public sealed class FileNameParameterTests
{
    [Theory]
    [InlineData("a b-1.png", "filename=\"a b-1.png\"")]
    [InlineData("図.png", "filename*=UTF-8''%E5%9B%B3.png; filename=\"_.png\"")]
    [InlineData("𠮷 1.png", "filename*=UTF-8''%F0%A0%AE%B7%201.png; filename=\"_ 1.png\"")]
    [InlineData("say \"hi\".txt", "filename*=UTF-8''say%20%22hi%22.txt; filename=\"say _hi_.txt\"")]
    [InlineData("=?utf-8?Q?x?=", "filename*=UTF-8''%3D%3Futf-8%3FQ%3Fx%3F%3D; filename=\"__utf-8_Q_x__\"")]
    [InlineData("it's 100% *.txt", "filename=\"it's 100% *.txt\"")]
    public void A_name_is_written_plainly_or_in_both_forms(string name, string expected) =>
        Assert.Equal(expected, string.Join("; ", FileNameParameter.Of(name)));

    [Fact]
    public void A_long_name_is_continued()
    {
        var name = string.Concat(Enumerable.Repeat("第六期の動き", 12)) + ".pdf";
        var parameters = FileNameParameter.Of(name);

        Assert.StartsWith("filename*0*=UTF-8''%E7%AC%AC", parameters[0], StringComparison.Ordinal);
        Assert.StartsWith("filename*1*=%", parameters[1], StringComparison.Ordinal);
        Assert.Equal($"filename=\"{new string('_', 30)}{new string('_', 26)}.pdf\"", parameters[^1]);
    }

    [Fact]
    public void Any_name_comes_back_in_pieces_of_whole_characters() => Prop
        .ForAll<NonEmptyString>(text =>
        {
            var name = HeaderRules.IsWellFormed(text.Get) ? "名" + text.Get : "名";
            var parameters = FileNameParameter.Of(name);

            Assert.Equal(name, string.Concat(parameters.SkipLast(1).Select(ValueOf)));
            Assert.All(parameters, parameter => Assert.True(parameter.Length + 2 <= 76));
        })
        .QuickCheckThrowOnFailure();

    /// <summary>Each piece by itself: half a character would come out as a replacement.</summary>
    private static string ValueOf(string parameter) => Uri.UnescapeDataString(
        parameter.Split('=', 2)[1].Replace("UTF-8''", "", StringComparison.Ordinal));
}
