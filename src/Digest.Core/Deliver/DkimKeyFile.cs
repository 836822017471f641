using System.Text;
using Digest.Mail.Dkim;
using Digest.Model;

namespace Digest.Deliver;

/// <summary>The file of a DKIM key: PKCS#8 in PEM form, readable by the program's user alone.</summary>
public static class DkimKeyFile
{
    /// <summary>
    /// Writes a new key. A file that is there already is left as it is: letters on their way may be signed with it.
    /// </summary>
    /// <exception cref="DigestException">There is such a file, or it cannot be written.</exception>
    public static void Create(string path, DkimKey key)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            Write(path, key);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new DigestException(
                File.Exists(path)
                    ? $"{path} is there already, and a key is never overwritten: name another file"
                    : $"{path} cannot be written: {trouble.Message}",
                trouble);
        }
    }

    /// <exception cref="DigestException">The file cannot be read, or is no key, or a name is none.</exception>
    public static DkimKey Read(string path, string domain, string selector)
    {
        if (!File.Exists(path))
            throw new DigestException($"the DKIM key {path} cannot be used: there is no such file");

        try
        {
            return DkimKey.Parse(domain, selector, File.ReadAllText(path));
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new DigestException($"the DKIM key {path} cannot be used: {trouble.Message}", trouble);
        }
    }

    /// <summary>Nobody else may read it from the first moment, not only once it is complete.</summary>
    private static void Write(string path, DkimKey key)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(path, options);
        try
        {
            stream.Write(Encoding.ASCII.GetBytes(key.ExportPem()));
            stream.Flush(flushToDisk: true);
        }
        catch
        {
            // Half a key would only be in the way of the next try.
            File.Delete(path);
            throw;
        }
    }
}
