namespace Digest.Model;

/// <summary>
/// Something an operator can mend: a missing file, a locked database, a wrong setting. The message says what, where
/// and what to do in one line; the program prints it without a stack trace and ends with <see cref="ExitCode"/>.
/// </summary>
public class DigestException : Exception
{
    public DigestException(string message) : base(message) { }

    public DigestException(string message, Exception inner) : base(message, inner) { }

    /// <summary>1 failed, 2 wrong usage.</summary>
    public int ExitCode { get; init; } = 1;
}
