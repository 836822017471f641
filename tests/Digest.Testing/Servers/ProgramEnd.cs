namespace Digest.Testing.Servers;

/// <summary>How a foreign program ended.</summary>
public sealed record ProgramEnd(int ExitCode, string Output, string Errors)
{
    /// <summary>What it printed on stdout.</summary>
    /// <exception cref="InvalidOperationException">It did not end with 0; the message is what it printed.</exception>
    public string Success() =>
        ExitCode == 0 ? Output : throw new InvalidOperationException($"ended with {ExitCode}: {Output}{Errors}");
}
