using System.Text;
using Digest.Mail.Smtp.Sasl;
using Xunit;

namespace Digest.UnitTests.Mail.Smtp.Sasl;

public sealed class ScramMechanismTests
{
    // RFC 7677 §3.
    private const string ClientNonce = "rOprNGfwEbeRWgbNEkqO";
    private const string ServerNonce = ClientNonce + "%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0";
    private const string Salt = "W22ZaJ0SNY7soEsUEjb6gQ==";
    private const string First = $"r={ServerNonce},s={Salt},i=4096";
    private const string Last = "v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=";

    [Fact]
    public void The_example_of_rfc_7677_is_spoken_word_by_word()
    {
        var mechanism = Mechanism();

        Assert.Equal("SCRAM-SHA-256", mechanism.Name);
        Assert.Equal($"n,,n=user,r={ClientNonce}", Encoding.UTF8.GetString(mechanism.Start()));
        Assert.Equal($"c=biws,r={ServerNonce},p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=", Said(mechanism, First));
        Assert.Equal("", Said(mechanism, Last));
        Assert.True(mechanism.IsProven);
    }

    [Theory]
    [InlineData("v=7rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=")]
    [InlineData("v=")]
    [InlineData("v=====")]
    [InlineData("")]
    [InlineData("r=again")]
    public void A_server_that_cannot_prove_itself_is_not_believed(string last)
    {
        var mechanism = Mechanism();
        Said(mechanism, First);

        Assert.IsType<SaslAnswer.Cancel>(Respond(mechanism, last));
        Assert.False(mechanism.IsProven);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData($"r={ServerNonce}")]
    [InlineData($"s={Salt},r={ServerNonce},i=4096")]
    [InlineData($"m=must,r={ServerNonce},s={Salt},i=4096")]
    [InlineData($"r={ServerNonce},s=,i=4096")]
    [InlineData($"r={ServerNonce},s=***,i=4096")]
    [InlineData($"r={ServerNonce},s={Salt},i=many")]
    [InlineData($"r={ServerNonce},s={Salt},i=-4096")]
    [InlineData($"r={ServerNonce},s={Salt},i=99999999999")]
    [InlineData($"r={ServerNonce}\n,s={Salt},i=4096")]
    [InlineData($"r={ClientNonce},s={Salt},i=4096")]
    [InlineData($"r=somebody else's,s={Salt},i=4096")]
    [InlineData($"r={ServerNonce},s={Salt},i=4095")]
    [InlineData($"r={ServerNonce},s={Salt},i=1000001")]
    public void A_challenge_that_is_malformed_or_hostile_gets_no_proof(string challenge)
    {
        var mechanism = Mechanism();

        Assert.IsType<SaslAnswer.Cancel>(Respond(mechanism, challenge));
        Assert.False(mechanism.HasCommitted);
    }

    [Fact]
    public void An_extension_that_need_not_be_understood_is_signed_and_passed_over()
    {
        var answer = Said(Mechanism(), $"{First},x=later");

        Assert.NotEqual(Said(Mechanism(), First), answer);
        Assert.StartsWith($"c=biws,r={ServerNonce},p=", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_says_it_fails_may_do_so_and_proves_nothing()
    {
        var mechanism = Mechanism();

        Assert.Equal("", Said(mechanism, "e=unsupported-channel-binding-type"));
        Assert.IsType<SaslAnswer.Cancel>(Respond(mechanism, First));
        Assert.False(mechanism.IsProven);
    }

    [Fact]
    public void What_comes_after_the_proof_is_called_off()
    {
        var mechanism = Mechanism();
        Said(mechanism, First);
        Said(mechanism, Last);

        Assert.IsType<SaslAnswer.Cancel>(Respond(mechanism, Last));
    }

    [Fact]
    public void A_bound_channel_is_part_of_what_is_proven()
    {
        var mechanism = new ScramMechanism("user", "pencil", ScramBinding.To([1, 2, 3]), ClientNonce);

        Assert.Equal("SCRAM-SHA-256-PLUS", mechanism.Name);
        Assert.StartsWith(
            "p=tls-server-end-point,,n=user,", Encoding.UTF8.GetString(mechanism.Start()), StringComparison.Ordinal);
        var bound = Said(mechanism, First).Split(',')[0][2..];
        Assert.Equal(
            [.. Encoding.UTF8.GetBytes("p=tls-server-end-point,,"), 1, 2, 3], Convert.FromBase64String(bound));
    }

    [Fact]
    public void A_name_begins_no_attribute_of_its_own()
    {
        var mechanism = new ScramMechanism("a,r=b", "pencil", ScramBinding.NotOffered, "nonce");

        Assert.Equal("y,,n=a=2Cr=3Db,r=nonce", Encoding.UTF8.GetString(mechanism.Start()));
    }

    [Fact]
    public void Nonces_differ_and_hold_no_comma()
    {
        var nonces = Enumerable.Range(0, 100).Select(_ => ScramMechanism.NewNonce()).ToList();

        Assert.Equal(100, nonces.Distinct().Count());
        Assert.All(nonces, nonce => Assert.Matches("^[!-+--~]{32}$", nonce));
    }

    private static ScramMechanism Mechanism() => new("user", "pencil", ScramBinding.None, ClientNonce);

    private static SaslAnswer Respond(ScramMechanism mechanism, string challenge) =>
        mechanism.Respond(Encoding.UTF8.GetBytes(challenge));

    private static string Said(ScramMechanism mechanism, string challenge) =>
        Encoding.UTF8.GetString(Assert.IsType<SaslAnswer.Send>(Respond(mechanism, challenge)).Octets);
}
