namespace Digest.Gather.Command;

/// <summary>What running a program came to.</summary>
internal abstract record CommandEnd
{
    private CommandEnd() { }

    /// <param name="ExitCode">Zero for success.</param>
    /// <param name="Output">Standard output, whole.</param>
    /// <param name="LastErrors">The end of standard error. Untrusted, and it may hold secrets.</param>
    public sealed record Exited(int ExitCode, ReadOnlyMemory<byte> Output, string LastErrors) : CommandEnd;

    /// <summary>It wrote more than is read, and was stopped.</summary>
    public sealed record TooMuch(int Limit) : CommandEnd;

    /// <summary>It took longer than it may, and was stopped.</summary>
    public sealed record TooLong(TimeSpan Limit, string LastErrors) : CommandEnd;

    /// <summary>The system did not start it.</summary>
    public sealed record NotStarted(string Reason) : CommandEnd;
}
