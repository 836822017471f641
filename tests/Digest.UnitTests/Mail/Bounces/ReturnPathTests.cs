using Digest.Mail.Bounces;
using Digest.Mail.Mime;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Digest.UnitTests.Mail.Bounces;

public sealed class ReturnPathTests
{
    private static readonly EmailAddress Address = EmailAddress.Parse("bounce@bounces.news.example");
    private static readonly byte[] OldKey = [.. Enumerable.Repeat((byte)1, 32)];
    private static readonly byte[] NewKey = [.. Enumerable.Repeat((byte)2, 32)];
    private readonly ReturnPath _paths = new(Address, [OldKey]);

    [Fact]
    public void What_was_minted_is_read_in_any_case_and_fits_the_protocol() => Prop.ForAll<long>(number =>
        {
            var id = number & long.MaxValue;
            var minted = _paths.Mint(id);
            Assert.InRange(minted.LocalPart.Length, 1, 64);
            Assert.Equal(new ReturnPathReading.Genuine(id), _paths.Read(minted.Value.ToUpperInvariant()));
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void A_changed_letter_anywhere_is_a_forgery()
    {
        var minted = _paths.Mint(4711).Value;
        for (var i = "bounce+".Length; i < minted.IndexOf('@'); i++)
        {
            var forged = string.Concat(minted[..i], minted[i] == 'a' ? "b" : "a", minted[(i + 1)..]);
            Assert.IsType<ReturnPathReading.Forged>(_paths.Read(forged));
        }
    }

    [Theory]
    [InlineData("bounce+@bounces.news.example")]
    [InlineData("bounce+b.@bounces.news.example")]
    [InlineData("bounce+.aaaaaaaaaaaaaaaaaaaa@bounces.news.example")]
    [InlineData("bounce+zzzzzzzzzzzzzzzzz.aaaaaaaaaaaaaaaaaaaa@bounces.news.example")]
    [InlineData("bounce+é.aaaaaaaaaaaaaaaaaaaa@bounces.news.example")]
    public void What_only_looks_like_ours_is_a_forgery(string address) =>
        Assert.IsType<ReturnPathReading.Forged>(_paths.Read(address));

    [Theory]
    [InlineData("")]
    [InlineData("bounce@bounces.news.example")]
    [InlineData("reader@host.example")]
    [InlineData("bounce+b.c@elsewhere.example")]
    public void Another_address_is_none_of_ours(string address) =>
        Assert.IsType<ReturnPathReading.Other>(_paths.Read(address));

    [Fact]
    public void A_retired_key_still_reads_and_the_newest_mints()
    {
        var rotated = new ReturnPath(Address, [NewKey, OldKey]);

        Assert.IsType<ReturnPathReading.Genuine>(rotated.Read(_paths.Mint(1).Value));
        Assert.IsType<ReturnPathReading.Forged>(_paths.Read(rotated.Mint(1).Value));
    }

    [Fact]
    public void A_leading_zero_is_another_spelling_and_refused()
    {
        var minted = _paths.Mint(33).Value;

        Assert.IsType<ReturnPathReading.Forged>(_paths.Read(minted.Replace("bounce+", "bounce+a")));
    }
}
