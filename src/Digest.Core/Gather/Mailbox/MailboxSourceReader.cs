using System.Globalization;
using Digest.Gather.Mails;
using Digest.Model;

namespace Digest.Gather.Mailbox;

/// <summary>
/// The connector <c>mailbox</c>: mails that lie in a Maildir, a mailbox file or a folder of <c>.eml</c> files, such as
/// newsletters that somebody forwards. Which mails were read is kept as hashes: nothing in the mailbox changes.
/// </summary>
internal sealed class MailboxSourceReader : ISourceReader
{
    private static readonly SourceSetting From = new("from", "news@driftwood.example") { IsList = true };

    public static SourceKind Kind { get; } = new()
    {
        Type = "mailbox",
        Place = SourcePlace.Path,
        Example = "path: sources/inbox",
        Settings = [From],
    };

    public string Type => Kind.Type;

    public async Task<FetchOutcome> ReadAsync(SourceRequest request, CancellationToken cancellationToken)
    {
        var path = request.Source.Path ?? "";
        try
        {
            return await ReadMailsAsync(request, path, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new FetchOutcome.Failed($"{path}: {exception.Message}");
        }
    }

    private static async Task<FetchOutcome> ReadMailsAsync(
        SourceRequest request, string path, CancellationToken cancellationToken)
    {
        var memory = ListMemory.Read(request.State.Memory);
        var seeker = new MailSeeker(request, memory, request.Source.Settings.Texts(From.Name));
        var mails = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        var list = await request.Reading.Answers.TakeAsync(
            SourceFiles.NameOf(request, path),
            async token => MailList.Write(await seeker.SeekAsync(path, mails, token)),
            cancellationToken);
        var met = MailList.Read(list ?? []);
        var items = new List<GatheredItem>();
        foreach (var mail in met.Where(mail => mail.Is == MailStanding.New))
        {
            // Only what is told is kept: the rest of a mailbox is nobody's business.
            var octets = await request.Reading.Answers.TakeAsync(
                $"mail {mail.Hash}",
                _ => Task.FromResult<byte[]?>(mails[mail.Hash].ToArray()),
                cancellationToken);
            items.Add(MailboxItem.Of(ListMailReader.Read(octets ?? [], LanguageOf(request)), request));
        }

        return new FetchOutcome.Fetched(
            [.. items.DistinctBy(item => item.ExternalId, StringComparer.Ordinal)],
            Warnings(path, met.Count(mail => mail.Is == MailStanding.Private)))
        {
            Memory = memory.With(met.Select(mail => mail.Hash), []).ToString(),
        };
    }

    internal static string LanguageOf(SourceRequest request) =>
        request.Source.Language ?? request.Newsletter.Language;

    private static string[] Warnings(string path, int leftOut) => leftOut == 0
        ? []
        : [string.Create(CultureInfo.InvariantCulture, $"{path}: {leftOut} left out: their senders want no archive")];
}
