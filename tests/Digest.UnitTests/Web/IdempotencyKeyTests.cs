using Digest.Web.Api;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Xunit;

namespace Digest.UnitTests.Web;

public sealed class IdempotencyKeyTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(255)]
    public void Key_of_visible_letters_is_taken(int length)
    {
        var key = new string('k', length);
        Assert.Equal(key, Read(key));
    }

    [Fact]
    public void Key_of_256_letters_is_too_long() => Assert.Null(Read(new string('k', 256)));

    [Fact]
    public void Two_keys_are_none() => Assert.Null(Read(new StringValues(["a", "b"])));

    [Fact]
    public void What_is_read_is_always_one_word_of_ascii() => Prop.ForAll<string?>(text =>
    {
        var key = Read(text);
        return key is null || (key == text && key.All(letter => letter is >= '!' and <= '~'));
    }).QuickCheckThrowOnFailure();

    private static string? Read(StringValues value) =>
        IdempotencyKey.Read(new HeaderDictionary { [IdempotencyKey.Header] = value });
}
