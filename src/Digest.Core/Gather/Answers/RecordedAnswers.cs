using Digest.Gather.Web;

namespace Digest.Gather.Answers;

/// <summary>Keeps what one source hears.</summary>
/// <param name="folder">The newsletter's; it is left out of reasons, which may name files below it.</param>
internal sealed class RecordedAnswers(KeptAnswers kept, string source, string folder) : RawAnswers
{
    public override async Task<byte[]?> TakeAsync(
        string name, Func<CancellationToken, Task<byte[]?>> produce, CancellationToken cancellationToken)
    {
        byte[]? bytes;
        try
        {
            bytes = await produce(cancellationToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            var reason = error.Message.Replace(folder, ".", StringComparison.Ordinal);
            await kept.AddAsync(_ => Task.FromResult(Line(name) with { Failed = reason }), cancellationToken);
            throw;
        }

        await kept.AddAsync(
            async token => Line(name) with
            {
                Sha256 = bytes is null ? null : await kept.Bodies.KeepAsync(bytes, token),
            },
            cancellationToken);
        return bytes;
    }

    internal override async Task<WebAnswer> AskAsync(
        WebRequest request, Func<CancellationToken, Task<WebAnswer>> ask, CancellationToken cancellationToken)
    {
        var answer = await ask(cancellationToken);
        await kept.AddAsync(
            async token => await LineAsync(answer, request.Address, token) with { Source = source },
            cancellationToken);
        return answer;
    }

    private AnswerLine Line(string name) => new() { Source = source, Name = name };

    private async Task<AnswerLine> LineAsync(WebAnswer answer, Uri address, CancellationToken cancellationToken)
    {
        switch (answer)
        {
            case WebAnswer.Found found:
                var hash = await kept.Bodies.KeepAsync(found.Bytes, cancellationToken);
                return WebAnswerLines.Found(found, address, hash);
            case WebAnswer.NotModified unchanged:
                return WebAnswerLines.Unchanged(unchanged, address, kept.NewestOf(source, address.AbsoluteUri));
            case WebAnswer.Failed failed:
                return WebAnswerLines.Failed(failed, address);
            default:
                throw new InvalidOperationException("Unknown answer");
        }
    }
}
