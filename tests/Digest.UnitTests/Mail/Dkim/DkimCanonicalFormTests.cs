using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Digest.Mail.Dkim;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Digest.UnitTests.Mail.Dkim;

public sealed class DkimCanonicalFormTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("\r\n\r\n", "")]
    [InlineData(" C \r\nD \t E\r\n\r\n\r\n", " C\r\nD E\r\n")]
    [InlineData("no end", "no end\r\n")]
    [InlineData("a\r\n\r\nb\r\n", "a\r\n\r\nb\r\n")]
    [InlineData("a\r\n \t\r\n", "a\r\n")]
    [InlineData("a\r\n \t", "a\r\n")]
    [InlineData(" \t", "")]
    [InlineData("\ta\t", " a\r\n")]
    public void Bodies_are_relaxed(string body, string expected) =>
        Assert.Equal(expected, Relaxed(Encoding.UTF8.GetBytes(body)));

    [Theory]
    [InlineData("A: X\r\n", "a:X\r\n")]
    [InlineData("B : Y\t\r\n\tZ  \r\n", "b:Y Z\r\n")]
    [InlineData("Subject: 社  区\r\n", "subject:社 区\r\n")]
    public void Fields_are_relaxed(string raw, string expected)
    {
        var output = new ArrayBufferWriter<byte>();
        DkimFields.Relax(Encoding.UTF8.GetBytes(raw), output);

        Assert.Equal(expected, Encoding.UTF8.GetString(output.WrittenSpan));
    }

    [Fact]
    public void Continuation_lines_belong_to_their_field()
    {
        var fields = new List<DkimField>();
        var body = DkimFields.Read("A: 1\r\n 2\r\nB : 3\r\n\r\nC: 4\r\n"u8, fields);

        Assert.Equal([new DkimField(0, 1, 10), new DkimField(10, 1, 7)], fields);
        Assert.Equal(19, body);
    }

    [Theory]
    [InlineData("no colon\r\n", 0)]
    [InlineData("A: no end", 1)]
    [InlineData(": no name\r\n\r\n", 0)]
    public void Any_octets_can_be_read(string message, int nameLength)
    {
        var fields = new List<DkimField>();
        DkimFields.Read(Encoding.ASCII.GetBytes(message), fields);

        Assert.Equal(nameLength, Assert.Single(fields).NameLength);
    }

    [Fact]
    public void Any_body_is_relaxed_as_the_rules_say() => Prop
        .ForAll(Bodies(), body => Assert.Equal(ByTheRules(Encoding.UTF8.GetString(body)), Relaxed(body)))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void The_hash_is_that_of_the_relaxed_form_whether_or_not_the_body_is_in_it() => Prop
        .ForAll(Bodies(), body =>
        {
            var hash = new byte[RelaxedBody.HashLength];
            RelaxedBody.Hash(body, hash);
            Assert.Equal(SHA256.HashData(Encoding.UTF8.GetBytes(ByTheRules(Encoding.UTF8.GetString(body)))), hash);
        })
        .QuickCheckThrowOnFailure();

    private static string Relaxed(byte[] body)
    {
        var output = new byte[body.Length + 2];
        return Encoding.UTF8.GetString(output, 0, RelaxedBody.Write(body, output));
    }

    /// <summary>RFC 6376 §3.4.4, word for word.</summary>
    private static string ByTheRules(string body)
    {
        var lines = body.Split("\r\n").Select(line => Regex.Replace(line.TrimEnd(' ', '\t'), "[ \t]+", " "));
        var text = string.Join("\r\n", lines);
        while (text.EndsWith("\r\n", StringComparison.Ordinal))
            text = text[..^2];
        return text.Length == 0 ? "" : text + "\r\n";
    }

    /// <summary>Short bodies of what the rules are about, so that every combination comes up.</summary>
    private static Arbitrary<byte[]> Bodies() => Gen.Elements(
        "a", "b c", " ", "\t", new string('x', 40), " y", "\r\n", "\r", "\n", "=\r\n", "社")
        .ListOf().Select(pieces => Encoding.UTF8.GetBytes(string.Concat(pieces))).ToArbitrary();
}
