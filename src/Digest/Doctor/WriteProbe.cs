namespace Digest.Doctor;

/// <summary>Tries to write below a folder and leaves nothing behind.</summary>
internal static class WriteProbe
{
    public static Finding Try(string subject, string folder)
    {
        var probe = Path.Combine(folder, $".probe-{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return new Finding(Verdict.Pass, subject, $"{folder}: can be written");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new Finding(
                Verdict.Fail,
                subject,
                $"{folder}: cannot be written ({error.Message})",
                "let this user write there, or set Paths:Data");
        }
    }
}
