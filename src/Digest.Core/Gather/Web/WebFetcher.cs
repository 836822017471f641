using System.Globalization;
using Digest.Model;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;

namespace Digest.Gather.Web;

/// <summary>
/// Asks a web address politely and bounded: in the server's turn and not while it asks to wait, with a second try
/// after an outage, a cap on bytes and time. What a read keeps for replay passes through here.
/// </summary>
internal sealed class WebFetcher(
    IHttpClientFactory clients,
    NetworkGuard guard,
    HostTurns turns,
    HostWaits waits,
    IOptions<GatherOptions> options,
    IOptions<WebOptions> web,
    TimeProvider clock)
{
    public const string ClientName = "gather";

    private readonly ResiliencePipeline<WebAnswer> _secondTry = SecondTry(options.Value.RetryDelay, clock);

    public Task<WebAnswer> GetAsync(WebRequest request, CancellationToken cancellationToken) =>
        (request.Reading ?? new SourceReading()).Answers.AskAsync(
            request, token => GetLiveAsync(request, token), cancellationToken);

    private async Task<WebAnswer> GetLiveAsync(WebRequest request, CancellationToken cancellationToken)
    {
        var limit = options.Value.Timeout;
        using var budget = new TimeBudget(limit, clock, cancellationToken);
        try
        {
            return await _secondTry.ExecuteAsync(
                async _ => await TryAsync(request, budget), budget.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new WebAnswer.Failed(
                string.Create(CultureInfo.InvariantCulture, $"no whole answer within {limit.TotalSeconds} s"), true);
        }
    }

    private static ResiliencePipeline<WebAnswer> SecondTry(TimeSpan delay, TimeProvider clock) =>
        new ResiliencePipelineBuilder<WebAnswer> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<WebAnswer>
            {
                MaxRetryAttempts = 1,
                Delay = delay,
                ShouldHandle = static arguments =>
                    ValueTask.FromResult(arguments.Outcome.Result is WebAnswer.Failed { MayPass: true }),
            })
            .Build();

    private async Task<WebAnswer> TryAsync(WebRequest request, TimeBudget budget)
    {
        using var client = clients.CreateClient(ClientName);
        var exchange = new WebExchange(client, guard, options.Value, web.Value.PublicUrl, clock);
        var route = new WebRoute(request.Address);
        while (true)
        {
            if (guard.Refusal(route.Address) is { } refusal)
                return new WebAnswer.Failed(refusal, false);

            // Asked in the server's turn, for who had it before may have been told to wait.
            using var turn = await budget.PauseAsync(token => turns.WaitAsync(route.Address, token));
            if (Wait(request, route.Address) is { } wait)
                return new WebAnswer.Failed(wait.Reason, false);

            request.Reading?.CountSent();
            var step = await exchange.AskAsync(request, route, budget.Token);
            Remember(request, route.Address, step);
            if (step.Answer is { } answer)
                return answer;
            if (route.Follow(step.Location!, step.IsForGood) is { } fault)
                return new WebAnswer.Failed(fault, false);
        }
    }

    private HostWait? Wait(WebRequest request, Uri address)
    {
        var wait = waits.Find(request.Reading?.Scope, address, clock.GetUtcNow());
        if (wait is not null && request.Reading is { } reading)
            reading.Refuse(wait);

        return wait;
    }

    private void Remember(WebRequest request, Uri address, WebStep step)
    {
        if (step.Wait is not { } asked)
            return;

        var wait = new HostWait(
            WaitScope.At(request.Reading?.Scope, address), asked.Until, asked.Words(step.Status));
        waits.Add([wait]);
        request.Reading?.Tell(wait);
    }
}
