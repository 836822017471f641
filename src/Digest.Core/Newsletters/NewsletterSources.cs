using System.Text;
using Digest.Files;
using Digest.Model;

namespace Digest.Newsletters;

/// <summary>Adds sources to a newsletter's settings file. The file is replaced whole, or stays as it was.</summary>
public sealed class NewsletterSources(NewsletterCatalog catalog)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="isRehearsal">True to check everything and write nothing.</param>
    /// <returns>The absolute path of the file.</returns>
    /// <exception cref="DigestException">The file has a form that nothing can be added to, or cannot be
    /// written.</exception>
    public async Task<string> AddAsync(
        Newsletter newsletter,
        IReadOnlyList<SourceProposal> sources,
        bool isRehearsal,
        CancellationToken cancellationToken)
    {
        var file = Path.Combine(newsletter.Folder, NewsletterCatalog.FileName);
        if (sources.Count == 0)
            return file;

        var target = File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? file;
        var before = await File.ReadAllBytesAsync(target, cancellationToken);
        var after = Insert(newsletter, file, before, sources);
        if (!isRehearsal)
            await ReplaceAsync(target, before, after, cancellationToken);

        return file;
    }

    private byte[] Insert(Newsletter newsletter, string file, byte[] before, IReadOnlyList<SourceProposal> sources)
    {
        var mark = before.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        var text = Decode(file, before.AsSpan(mark));
        var errors = new SettingsErrors(file);
        var top = SettingsYaml.Read(text, errors) ?? throw new SettingsException([.. errors.Lines]);
        var longer = SourceListText.Insert(text, top, sources);
        var expected = catalog.Read(newsletter.Folder, text).Sources.Select(Facts).Concat(sources.Select(Facts));
        if (!Sources(newsletter.Folder, longer, file).Select(Facts).SequenceEqual(expected))
            throw Unforeseen(file);

        return [.. before.AsSpan(0, mark), .. Utf8.GetBytes(longer)];
    }

    private static string Decode(string file, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new DigestException($"{file}: is not UTF-8, and adding to it would spoil it; save it as UTF-8 first");
        }
    }

    private IReadOnlyList<SourceDefinition> Sources(string folder, string text, string file)
    {
        try
        {
            return catalog.Read(folder, text).Sources;
        }
        catch (SettingsException wrong)
        {
            throw Unforeseen(file, wrong.Errors[0]);
        }
    }

    private static DigestException Unforeseen(string file, string reason = "") => new(
        $"{file}: its 'sources' are written in a form that nothing can be added to; write them as '- ' lines below "
        + $"'sources:' and try again{(reason.Length > 0 ? $" ({reason})" : "")}");

    private static string Facts(SourceDefinition source) => $"{source.Id} {source.Type} {source.Url?.AbsoluteUri} "
        + $"{source.Path} {source.Language} {string.Join('\n', source.Tags)}";

    private static string Facts(SourceProposal source) =>
        $"{source.Id} feed {source.Url.AbsoluteUri}  {source.Language} {string.Join('\n', source.Tags)}";

    private static async Task ReplaceAsync(
        string file, byte[] before, byte[] after, CancellationToken cancellationToken)
    {
        try
        {
            // Whoever edits the file at this moment must not lose what he saved.
            var now = await File.ReadAllBytesAsync(file, cancellationToken);
            if (!before.AsSpan().SequenceEqual(now))
                throw new DigestException($"{file}: was changed by somebody else just now; try again");

            var mode = OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(file);
            await AtomicFile.WriteAsync(file, after, cancellationToken);
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(file, mode);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new DigestException($"{file}: cannot be written ({failure.Message}); nothing was changed", failure);
        }
    }
}
