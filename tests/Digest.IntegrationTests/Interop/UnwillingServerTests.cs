using Digest.Deliver;
using Digest.Testing;
using Digest.Testing.Servers;
using Microsoft.Extensions.Options;
using Xunit;

namespace Digest.IntegrationTests.Interop;

/// <summary>Servers of others that put off, break off, or want a token.</summary>
public sealed class UnwillingServerTests
{
    private const string Secret = "secret-of-the-tests";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_greylisted_letter_waits_and_is_taken_the_next_time()
    {
        await using var server = await NodeServerAsync();
        await using var transport = To(server.Port);
        var letter = SignedLetters.OfSampleIssue("taro@grey.example");

        var first = await transport.SendAsync(letter, Token);
        var second = await transport.SendAsync(letter, Token);

        Assert.StartsWith("450 4.7.1", Assert.IsType<DeliveryOutcome.Deferred>(first).Reply);
        Assert.IsType<DeliveryOutcome.Accepted>(second);
        var taken = Convert.FromBase64String((string)(await server.NextAsync(Token))["message"]!);
        Assert.Equal(letter.Message.ToArray(), taken);
    }

    [Fact]
    public async Task A_connection_that_breaks_before_the_letter_costs_only_time()
    {
        await using var sink = await SinkAsync("-q DATA");
        await using var transport = To(sink.Port);

        Assert.IsType<DeliveryOutcome.Deferred>(await transport.SendAsync(Some.OutgoingMail(), Token));
    }

    [Fact]
    public async Task A_connection_that_breaks_behind_the_last_dot_leaves_the_letter_in_doubt()
    {
        await using var sink = await SinkAsync("-q .");
        await using var transport = To(sink.Port);

        Assert.IsType<DeliveryOutcome.Unknown>(await transport.SendAsync(Some.OutgoingMail(), Token));
    }

    [Fact]
    public async Task A_server_that_closes_with_421_costs_only_time()
    {
        await using var sink = await SinkAsync("-Q RCPT");
        await using var transport = To(sink.Port);

        Assert.IsType<DeliveryOutcome.Deferred>(await transport.SendAsync(Some.OutgoingMail(), Token));
    }

    private static async Task<NodeMailServer> NodeServerAsync()
    {
        Skip(NodeMailServer.SkipReason());
        return await NodeMailServer.StartAsync(Secret, Token);
    }

    private static async Task<SmtpSink> SinkAsync(string options)
    {
        Skip(SmtpSink.SkipReason());
        return await SmtpSink.StartAsync(options, Token);
    }

    private static void Skip(string? reason) => Assert.SkipWhen(reason is not null, reason ?? "");

    private static SmtpTransport To(int port) => new(
        Options.Create(new MailOptions
        {
            Transport = SmtpTransport.Name,
            Smtp = { Host = "127.0.0.1", Port = port, Security = "none", Connections = 1 },
        }),
        TimeProvider.System);
}
