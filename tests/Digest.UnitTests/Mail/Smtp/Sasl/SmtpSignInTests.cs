using Digest.Mail.Smtp;
using Digest.Mail.Smtp.Sasl;
using Xunit;
using static Digest.UnitTests.Mail.Smtp.Sasl.ScriptedWire;

namespace Digest.UnitTests.Mail.Smtp.Sasl;

public sealed class SmtpSignInTests
{
    private const string Password = "hunter2é";
    private static readonly SmtpCredentials Me = new("me", Password);
    private static readonly SmtpCredentials Token = new("me", SmtpSecret.AccessToken("ya29.token"));

    [Fact]
    public async Task Plain_says_all_at_once()
    {
        var wire = new ScriptedWire("235 2.7.0 ok");

        Assert.Null(await RunAsync(wire, Me, "PLAIN"));
        Assert.Equal([$"AUTH PLAIN {Encode($"\0me\0{Password}")}"], wire.Heard);
    }

    [Theory]
    [InlineData("334 VXNlcm5hbWU6", "334 UGFzc3dvcmQ6")]
    [InlineData("334 User Name", "334 what is your password, in plain words?")]
    [InlineData("334 ", "334 ")]
    public async Task Login_answers_prompts_of_any_wording(string first, string second)
    {
        var wire = new ScriptedWire(first, second, "235 ok");

        Assert.Null(await RunAsync(wire, Me, "LOGIN"));
        Assert.Equal(["AUTH LOGIN", Encode("me"), Encode(Password)], wire.Heard);
    }

    [Theory]
    [InlineData("PLAIN", 0)]
    [InlineData("LOGIN", 2)]
    public async Task A_server_that_asks_for_more_is_told_that_it_is_off(string mechanism, int good)
    {
        var wire = new ScriptedWire([.. Enumerable.Repeat("334 ", good + 1), "501 5.7.0 as you like"]);

        Assert.IsType<SmtpConnectOutcome.Insecure>(await RunAsync(wire, Me, mechanism));
        Assert.Equal("*", wire.Heard[^1]);
    }

    [Fact]
    public async Task Scram_signs_in_with_a_server_that_knows_the_password()
    {
        var server = new ScramServer(Password);
        var wire = new ScriptedWire(server.First, server.Last, _ => "235 2.7.0 ok");

        Assert.Null(await RunAsync(wire, Me, "PLAIN", "LOGIN", "SCRAM-SHA-1", "SCRAM-SHA-256"));
        Assert.StartsWith("AUTH SCRAM-SHA-256 ", wire.Heard[0], StringComparison.Ordinal);
        Assert.Equal("", wire.Heard[2]);
    }

    [Fact]
    public async Task A_server_that_does_not_know_the_password_is_not_believed_and_its_welcome_is_worth_nothing()
    {
        var server = new ScramServer("another");
        var wire = new ScriptedWire(server.First, server.Last, _ => "235 2.7.0 welcome");

        Assert.IsType<SmtpConnectOutcome.Insecure>(await RunAsync(wire, Me, "SCRAM-SHA-256"));
        Assert.Equal("*", wire.Heard[^1]);
    }

    [Fact]
    public async Task A_welcome_without_any_proof_is_insecure()
    {
        var server = new ScramServer(Password);

        Assert.IsType<SmtpConnectOutcome.Insecure>(
            await RunAsync(new ScriptedWire("235 2.7.0 welcome"), Me, "SCRAM-SHA-256"));
        Assert.IsType<SmtpConnectOutcome.Insecure>(
            await RunAsync(new ScriptedWire(server.First, _ => "235 2.7.0 welcome"), Me, "SCRAM-SHA-256"));
    }

    [Fact]
    public async Task A_refused_binding_leads_to_scram_without_it_and_to_nothing_weaker()
    {
        var server = new ScramServer(Password);
        var wire = new ScriptedWire(
            _ => "535 5.7.8 unsupported channel binding", server.First, server.Last, _ => "235 2.7.0 ok");

        Assert.Null(await RunAsync(wire, Me, "SCRAM-SHA-256-PLUS", "PLAIN", "SCRAM-SHA-256"));
        Assert.StartsWith("p=tls-server-end-point,,", First(wire.Heard[0]), StringComparison.Ordinal);
        Assert.StartsWith("n,,", First(wire.Heard[1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_password_is_not_tried_in_a_weaker_way()
    {
        var server = new ScramServer(Password);
        var wire = new ScriptedWire(server.First, _ => "535 5.7.8 no");

        Assert.IsType<SmtpConnectOutcome.Refused>(
            await RunAsync(wire, Me, "SCRAM-SHA-256-PLUS", "SCRAM-SHA-256", "PLAIN"));
        Assert.Equal(2, wire.Heard.Count);
    }

    [Theory]
    [InlineData("SCRAM-SHA-256", "y,,")]
    [InlineData("SCRAM-SHA-256 SCRAM-SHA-256-PLUS", "n,,")]
    public async Task The_server_is_told_if_its_list_may_have_been_cut(string offered, string header)
    {
        var wire = new ScriptedWire("454 4.7.0 later");
        await RunAsync(wire, Me with { Mechanism = "SCRAM-SHA-256" }, offered.Split(' '));

        Assert.StartsWith(header, First(wire.Heard[0]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("LOGIN", "AUTH LOGIN")]
    [InlineData("PLAIN", "AUTH PLAIN")]
    public async Task The_way_that_is_asked_for_is_taken(string mechanism, string expected)
    {
        var wire = new ScriptedWire("235 ok");
        await RunAsync(wire, Me with { Mechanism = mechanism }, "SCRAM-SHA-256", "PLAIN", "LOGIN");

        Assert.StartsWith(expected, wire.Heard[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_way_that_is_not_offered_is_named()
    {
        var outcome = await RunAsync(new ScriptedWire(""), Me with { Mechanism = "PLAIN" }, "LOGIN", "XOAUTH2");

        Assert.Equal(
            "the server does not offer PLAIN; it offers LOGIN, XOAUTH2",
            Assert.IsType<SmtpConnectOutcome.Insecure>(outcome).Reason);
    }

    [Fact]
    public async Task A_password_is_never_taken_for_a_token()
    {
        var wire = new ScriptedWire("235 ok");

        Assert.IsType<SmtpConnectOutcome.Insecure>(await RunAsync(wire, Me, "XOAUTH2", "OAUTHBEARER", "CRAM-MD5"));
        Assert.IsType<SmtpConnectOutcome.Insecure>(await RunAsync(wire, Token, "PLAIN", "LOGIN", "SCRAM-SHA-256"));
        Assert.Empty(wire.Heard);
    }

    [Theory]
    [InlineData("XOAUTH2", "user=me\u0001auth=Bearer ya29.token\u0001\u0001", "")]
    [InlineData(
        "OAUTHBEARER",
        "n,a=me,\u0001host=relay.example\u0001port=587\u0001auth=Bearer ya29.token\u0001\u0001",
        "AQ==")]
    public async Task A_token_that_is_refused_is_answered_as_the_server_waits_for(
        string mechanism, string first, string second)
    {
        var wire = new ScriptedWire(Challenge("{\"status\":\"401\"}"), "535 5.7.8 expired");

        Assert.IsType<SmtpConnectOutcome.Refused>(await RunAsync(wire, Token, mechanism));
        Assert.Equal([$"AUTH {mechanism} {Encode(first)}", second], wire.Heard);
    }

    [Fact]
    public async Task A_first_word_longer_than_a_command_may_be_goes_on_a_line_of_its_own()
    {
        var wire = new ScriptedWire("334 ", "235 ok");
        var credentials = new SmtpCredentials("me", SmtpSecret.AccessToken(new string('a', 10_000)));

        Assert.Null(await RunAsync(wire, credentials, "XOAUTH2"));
        Assert.Equal("AUTH XOAUTH2", wire.Heard[0]);
        Assert.StartsWith("user=me", Decode(wire.Heard[1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_said_where_others_listen()
    {
        var wire = new ScriptedWire("235 ok");
        var ground = Ground("PLAIN", "SCRAM-SHA-256") with { IsPrivate = false };

        Assert.IsType<SmtpConnectOutcome.Insecure>(
            await SmtpSignIn.RunAsync(Me, ground, wire.SayAsync, CancellationToken.None));
        Assert.Empty(wire.Heard);
    }

    [Theory]
    [InlineData("PLAIN")]
    [InlineData("LOGIN")]
    [InlineData("XOAUTH2")]
    [InlineData("OAUTHBEARER")]
    public async Task A_server_that_repeats_the_secret_puts_it_into_no_outcome(string mechanism)
    {
        var credentials = SmtpCredentials.TokenMechanisms.Contains(mechanism) ? Token : Me;
        static string Repeat(string line) => $"535 5.7.8 you said {line.Split(' ')[^1]}";
        var wire = mechanism == "LOGIN"
            ? new ScriptedWire(_ => "334 ", _ => "334 ", Repeat)
            : new ScriptedWire(Repeat);
        var outcome = await RunAsync(wire, credentials, mechanism);

        Assert.Equal("535 [redacted]", Assert.IsType<SmtpConnectOutcome.Refused>(outcome).Reply.ToString());
    }

    [Fact]
    public async Task A_secret_is_read_anew_for_each_sign_in()
    {
        var reads = 0;
        var credentials = new SmtpCredentials("me", SmtpSecret.AccessToken(_ => ValueTask.FromResult($"t{++reads}")));
        await RunAsync(new ScriptedWire("235 ok"), credentials, "XOAUTH2");
        var wire = new ScriptedWire("235 ok");
        await RunAsync(wire, credentials, "XOAUTH2");

        Assert.Contains("Bearer t2", First(wire.Heard[0]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_that_cannot_be_read_is_told_without_a_word_to_the_server()
    {
        var credentials = new SmtpCredentials("me", SmtpSecret.Password(_ => throw new IOException("no such file")));
        var wire = new ScriptedWire("235 ok");

        Assert.Contains(
            "no such file",
            Assert.IsType<SmtpConnectOutcome.Insecure>(await RunAsync(wire, credentials, "PLAIN")).Reason,
            StringComparison.Ordinal);
        Assert.Empty(wire.Heard);
    }

    [Fact]
    public void No_text_form_shows_a_secret()
    {
        var endpoint = new SmtpEndpoint { Host = "x.example", Port = 1, Credentials = Me };

        Assert.DoesNotContain(Password, $"{Me} {Me.Secret} {endpoint} {Token}", StringComparison.Ordinal);
        Assert.DoesNotContain("ya29", $"{Token} {Token.Secret}", StringComparison.Ordinal);
    }

    private static string First(string command) => Decode(command.Split(' ')[2]);

    private static Task<SmtpConnectOutcome?> RunAsync(
        ScriptedWire wire, SmtpCredentials credentials, params string[] offered) =>
        SmtpSignIn.RunAsync(credentials, Ground(offered), wire.SayAsync, CancellationToken.None);

    private static SaslGround Ground(params string[] offered) => new()
    {
        Host = "relay.example", Port = 587, Offered = offered, IsPrivate = true, ServerEndPoint = [1, 2, 3],
    };
}
