namespace Digest.Commands;

/// <summary>What the program's end says to scripts.</summary>
public static class ExitCodes
{
    public const int Done = 0;

    public const int Failed = 1;

    /// <summary>Wrong usage: an unknown command, option or file on the command line.</summary>
    public const int Usage = 2;

    /// <summary>
    /// Something was left for later: a source failed, a letter was deferred, the command was stopped.
    /// </summary>
    public const int PartlyDone = 3;
}
