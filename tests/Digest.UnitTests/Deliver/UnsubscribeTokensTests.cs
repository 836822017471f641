using System.Buffers.Text;
using Digest.Deliver;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Digest.UnitTests.Deliver;

public sealed class UnsubscribeTokensTests
{
    private static readonly byte[] OldKey = [.. Enumerable.Repeat((byte)1, 32)];
    private static readonly byte[] NewKey = [.. Enumerable.Repeat((byte)2, 32)];

    [Theory]
    [InlineData("weekly", "abc234")]
    [InlineData("周刊", "id-1")]
    public void A_token_gives_back_what_it_was_minted_for(string newsletter, string subscriber)
    {
        var tokens = new UnsubscribeTokens(OldKey);

        Assert.True(tokens.TryRead(tokens.Mint(newsletter, subscriber), out var slug, out var id));
        Assert.Equal((newsletter, subscriber), (slug, id));
    }

    [Fact]
    public void A_retired_key_still_reads_and_the_newest_mints()
    {
        var letter = new UnsubscribeTokens(OldKey).Mint("weekly", "abc");
        var rotated = new UnsubscribeTokens([NewKey, OldKey]);

        Assert.True(rotated.TryRead(letter, out _, out _));
        Assert.True(new UnsubscribeTokens(NewKey).TryRead(rotated.Mint("weekly", "abc"), out _, out _));
    }

    [Fact]
    public void Another_key_reads_nothing() =>
        Assert.False(new UnsubscribeTokens(NewKey).TryRead(
            new UnsubscribeTokens(OldKey).Mint("weekly", "abc"), out _, out _));

    [Fact]
    public void A_changed_octet_anywhere_spoils_the_token()
    {
        var tokens = new UnsubscribeTokens(OldKey);
        var octets = Base64Url.DecodeFromChars(tokens.Mint("weekly", "abc"));
        for (var i = 0; i < octets.Length; i++)
        {
            octets[i] ^= 1;
            Assert.False(tokens.TryRead(Base64Url.EncodeToString(octets), out _, out _));
            octets[i] ^= 1;
        }
    }

    [Fact]
    public void A_token_has_one_spelling()
    {
        var tokens = new UnsubscribeTokens(OldKey);
        var token = tokens.Mint("weekly", "abc");

        Assert.False(tokens.TryRead(token + "=", out _, out _));
        Assert.False(tokens.TryRead(" " + token, out _, out _));
    }

    [Fact]
    public void Any_text_is_refused_without_an_exception() => Prop
        .ForAll<string>(text => Assert.False(new UnsubscribeTokens(OldKey).TryRead(text ?? "", out _, out _)))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Tokens_are_safe_in_an_address() =>
        Assert.All(new UnsubscribeTokens(OldKey).Mint("周刊", "abc"), c =>
            Assert.True(char.IsAsciiLetterOrDigit(c) || c is '-' or '_'));
}
