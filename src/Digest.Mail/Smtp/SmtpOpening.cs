using System.Runtime.CompilerServices;
using System.Text;

namespace Digest.Mail.Smtp;

/// <summary>
/// The commands that open one message after the other, up to where the server waits for its text, and the answers to
/// them. With PIPELINING they leave as a group, written elsewhere behind the text before; without, one by one here.
/// </summary>
internal sealed class SmtpOpening(SmtpChannel channel, SmtpFeatures features, SmtpTimeouts timeouts, bool isChunk)
{
    private static readonly SmtpStep[] DataSteps = [SmtpStep.MailFrom, SmtpStep.RcptTo, SmtpStep.Data];
    private static readonly SmtpStep[] ChunkSteps = [SmtpStep.MailFrom, SmtpStep.RcptTo];

    private readonly SmtpStep[] _steps = isChunk ? ChunkSteps : DataSteps;
    private readonly SmtpCommands _single = new();

    /// <summary>The first refusal of the message last opened, also where the connection was lost behind it.</summary>
    public SmtpSendOutcome.Answered? Refusal { get; private set; }

    /// <summary>True if the message was refused and the server waits for text all the same.</summary>
    public bool IsVoid { get; private set; }

    /// <summary>Adds the group that opens a message.</summary>
    public void Write(SmtpTransaction next, bool isFirst, SmtpCommands commands)
    {
        if (!isFirst)
            commands.Reset();
        foreach (var step in _steps)
            Write(step, next, commands);
    }

    /// <exception cref="SmtpConnectionException">The connection is lost, or the server said that it closes.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask RunAsync(SmtpTransaction next, bool isFirst)
    {
        (Refusal, IsVoid) = (null, false);

        // Always, not only after a refusal: Postfix keeps refusing MAIL after a 552 until it hears RSET, and when the
        // group is written nobody knows yet how the message before it ends.
        if (!isFirst)
            await ResetAsync();
        foreach (var step in _steps)
        {
            if (Refusal is not null && !features.Pipelining)
                break;

            var reply = await AskAsync(step, next);
            Refusal ??= IsGranted(step, reply) ? null : new SmtpSendOutcome.Answered(step, reply);
            IsVoid = Refusal is not null && reply.Code == 354;
            reply.ThrowIfClosing();
        }
    }

    private void Write(SmtpStep step, SmtpTransaction next, SmtpCommands commands)
    {
        if (step == SmtpStep.MailFrom)
            commands.Mail(next.Envelope, features, next.Message.Length, !Ascii.IsValid(next.Message.Span));
        else if (step == SmtpStep.RcptTo)
            commands.Recipient(next.Envelope, features);
        else
            commands.Data();
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask ResetAsync()
    {
        _single.Clear();
        _single.Reset();
        var reply = await SayAsync(SmtpStep.Reset);
        if (!reply.IsPositive)
            throw new SmtpConnectionException($"the server refused RSET: {reply}");
    }

    private ValueTask<SmtpReply> AskAsync(SmtpStep step, SmtpTransaction next)
    {
        _single.Clear();
        if (!features.Pipelining)
            Write(step, next, _single);
        return SayAsync(step);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<SmtpReply> SayAsync(SmtpStep step)
    {
        if (!features.Pipelining)
            await channel.WriteAsync(default, default, _single.Octets, timeouts.DataBlock, CancellationToken.None);
        return await channel.ReadReplyAsync(timeouts.For(step), CancellationToken.None);
    }

    /// <exception cref="SmtpConnectionException">The reply answers some other question.</exception>
    private static bool IsGranted(SmtpStep step, SmtpReply reply)
    {
        if (reply.IsTransient || reply.IsPermanent)
            return false;
        return (step == SmtpStep.Data ? reply.Code == 354 : reply.IsPositive)
            ? true
            : throw new SmtpConnectionException($"the server's answer makes no sense here: {reply}");
    }
}
