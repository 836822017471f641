namespace Digest.IntegrationTests.Interop;

/// <summary>A folder with a mail in a file, for a program that reads it there.</summary>
internal sealed class MailFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("digest-mail-");

    public MailFolder(byte[] mail) => File.WriteAllBytes(Mail, mail);

    public string Root => _folder.FullName;

    public string Mail => PathOf("mail.eml");

    public string PathOf(string file) => Path.Combine(_folder.FullName, file);

    public Task WriteAsync(string file, IEnumerable<string> lines, CancellationToken cancellationToken) =>
        File.WriteAllLinesAsync(PathOf(file), lines, cancellationToken);

    public void Dispose() => _folder.Delete(recursive: true);
}
