using System.Text;
using Digest.Mail.Smtp;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Mail.Smtp;

public sealed class SmtpTranscriptTests : IDisposable
{
    private static readonly SmtpEndpoint Relay = new() { Host = "relay.example", Port = 587 };
    private readonly MemoryStream _output = new();
    private readonly TestClock _clock = new();

    public void Dispose() => _output.Dispose();

    [Fact]
    public void A_whole_dialogue_reads_as_it_was_spoken_without_secret_and_letter()
    {
        var dialogue = Transcript().Begin(Relay);
        Hear(dialogue, "220 relay.example ESMTP");
        Say(dialogue, "EHLO news.example");
        Hear(dialogue, "250-relay.example", "250 AUTH SCRAM-SHA-256");
        _clock.Advance(TimeSpan.FromMilliseconds(1250));
        Say(dialogue, "AUTH SCRAM-SHA-256 biwsbj1tZQ==");
        Hear(dialogue, "334 cj1hYmM=");
        Say(dialogue, "Yz1iaXdzLHI9YWJj");
        Hear(dialogue, "235 2.7.0 welcome back, hunter2");
        Say(dialogue, "MAIL FROM:<a@news.example>", "RCPT TO:<b@example.com>", "DATA");
        Hear(dialogue, "250 2.1.0 Ok", "250 2.1.5 Ok", "354 go on");
        dialogue.Sent([], 12345, ".\r\nRSET\r\n"u8);
        Hear(dialogue, "250 2.0.0 queued as 4711", "250 2.0.0 flushed");
        dialogue.Note("is closed");

        Assert.Equal(
            """
                0.000 #1 -- connects to relay.example:587, 2026-11-13 10:00:00Z
                0.000 #1 S: 220 relay.example ESMTP
                0.000 #1 C: EHLO news.example
                0.000 #1 S: 250-relay.example
                0.000 #1 S: 250 AUTH SCRAM-SHA-256
                1.250 #1 C: AUTH SCRAM-SHA-256 [redacted]
                1.250 #1 S: 334 [redacted]
                1.250 #1 C: [redacted]
                1.250 #1 S: 235 2.7.0 [redacted]
                1.250 #1 C: MAIL FROM:<a@news.example>
                1.250 #1 C: RCPT TO:<b@example.com>
                1.250 #1 C: DATA
                1.250 #1 S: 250 2.1.0 Ok
                1.250 #1 S: 250 2.1.5 Ok
                1.250 #1 S: 354 go on
                1.250 #1 C: [12345 octets]
                1.250 #1 C: .
                1.250 #1 C: RSET
                1.250 #1 S: 250 2.0.0 queued as 4711
                1.250 #1 S: 250 2.0.0 flushed
                1.250 #1 -- is closed

            """,
            Text());
    }

    [Fact]
    public void A_refused_sign_in_stays_redacted_to_its_last_line_and_no_further()
    {
        var dialogue = Transcript().Begin(Relay);
        Say(dialogue, "AUTH LOGIN");
        Hear(dialogue, "334 UGFzc3dvcmQ6");
        Say(dialogue, "aHVudGVyMg==");
        Hear(dialogue, "535-5.7.8 hunter2", "535 5.7.8 is wrong: hunter2", "250 hello");

        Assert.DoesNotContain("hunter2", Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("aHVudGVyMg", Text(), StringComparison.Ordinal);
        Assert.EndsWith("S: 250 hello\n", Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_in_the_middle_of_sign_in_that_is_no_reply_shows_nothing()
    {
        var dialogue = Transcript().Begin(Relay);
        Say(dialogue, "AUTH PLAIN AG1lAGh1bnRlcjI=");
        Hear(dialogue, "hunter2");

        Assert.EndsWith("S: ??? [redacted]\n", Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_server_says_cannot_steer_a_terminal_or_fake_a_line()
    {
        var dialogue = Transcript().Begin(Relay);
        Hear(dialogue, "250 \u001b[2J\rC: fake\u0000\u202e\\ 図");

        Assert.EndsWith(@"S: 250 \u{1b}[2J\u{d}C: fake\u{0}\u{202e}\\ 図" + "\n", Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_line_is_cut_and_its_size_told()
    {
        Hear(Transcript().Begin(Relay), "250 " + new string('a', 5000));

        Assert.EndsWith("aaa... [5004 octets]\n", Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void Connections_have_numbers_of_their_own()
    {
        var transcript = Transcript();
        var first = transcript.Begin(Relay);
        Say(transcript.Begin(Relay), "NOOP");
        Say(first, "QUIT");

        Assert.Contains("#2 C: NOOP\n", Text(), StringComparison.Ordinal);
        Assert.EndsWith("#1 C: QUIT\n", Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void At_its_bound_it_ends_with_a_note()
    {
        var dialogue = Transcript(200).Begin(Relay);
        for (var i = 0; i < 100; i++)
            Say(dialogue, "NOOP");

        Assert.EndsWith("(the transcript ends here: it may have 200 octets)\n", Text(), StringComparison.Ordinal);
        Assert.InRange(_output.Length, 200, 300);
    }

    [Fact]
    public void What_is_said_after_the_end_is_not_written_and_harms_nobody()
    {
        var transcript = Transcript();
        var dialogue = transcript.Begin(Relay);
        transcript.Dispose();

        Say(dialogue, "QUIT");
        Assert.DoesNotContain("QUIT", Text(), StringComparison.Ordinal);
    }

    private SmtpTranscript Transcript(long maxOctets = 1_000_000) => new(_output, _clock, maxOctets);

    private string Text() => Encoding.UTF8.GetString(_output.ToArray());

    private static void Say(SmtpDialogue dialogue, params string[] commands) =>
        dialogue.Sent(Encoding.UTF8.GetBytes(string.Concat(commands.Select(command => command + "\r\n"))), 0, []);

    private static void Hear(SmtpDialogue dialogue, params string[] lines)
    {
        foreach (var line in lines)
            dialogue.Received(Encoding.UTF8.GetBytes(line));
    }
}
