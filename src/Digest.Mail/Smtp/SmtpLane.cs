using System.Runtime.CompilerServices;

namespace Digest.Mail.Smtp;

/// <summary>
/// A connection of a <see cref="SmtpPool"/> at work: it takes one message after the other until there are none, and
/// opens the next while the one before it ends, where the server lets it.
/// </summary>
internal sealed class SmtpLane(SmtpPool pool, SmtpSession? idle, SmtpTransaction first)
{
    private SmtpSession? _session = idle;
    private SmtpTransaction? _next = first;

    public async Task RunAsync()
    {
        // The caller who finds no lane must not become one.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        do
        {
            try
            {
                await MoveAsync();
            }
            catch (Exception bug)
            {
                // Nobody waits for a lane, so what it cannot explain goes to those who wait for a message.
                Fail(bug);
            }
        }
        while (GoesOn());
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask MoveAsync()
    {
        if (_next is { IsAbandoned: true })
            _next = null;
        if (_next is null && _session is not { IsMidMessage: true })
            return;

        if (_session is null)
            _session = await pool.OpenAsync(isReplacement: false);
        else if (!_session.IsUsable || IsSpent(_session))
            _session = await ReplaceAsync(_session);

        if (_session is null)
            Refuse();
        else
            await StepAsync(_session);
    }

    private bool IsSpent(SmtpSession session) =>
        !session.IsMidMessage && session.MessageCount >= pool.Limits.MessagesPerConnection;

    private async Task<SmtpSession?> ReplaceAsync(SmtpSession session)
    {
        pool.Forget(session);
        await session.DisposeAsync();
        return await pool.OpenAsync(isReplacement: true);
    }

    private void Refuse()
    {
        if (_next is not null)
            pool.Refuse(_next);
        _next = null;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask StepAsync(SmtpSession session)
    {
        // A server may close a connection at any time, so a message is to blame only if it broke a fresh one.
        var isFresh = session.MessageCount == 0;
        _next = await session.StepAsync(_next);
        if (_next is null || !isFresh)
            return;

        _next.Settle(new SmtpSendOutcome.Broken(session.Trouble));
        _next = null;
    }

    private void Fail(Exception bug)
    {
        _next?.Fail(bug);
        _next = null;
        _session?.Break(bug.Message);
    }

    private bool GoesOn()
    {
        if (_next is not null)
            return true;
        if (_session is not { IsMidMessage: true })
            return pool.TryGoOn(_session, out _next);
        if (_session.Features.Pipelining && _session.MessageCount < pool.Limits.MessagesPerConnection)
            pool.TryDequeue(out _next);

        return true;
    }
}
