namespace Digest.Mail.Bounces;

/// <summary>What an address that mail came to turned out to be.</summary>
public abstract record ReturnPathReading
{
    private ReturnPathReading() { }

    /// <summary>We minted it.</summary>
    /// <param name="Id">What it was minted for.</param>
    public sealed record Genuine(long Id) : ReturnPathReading;

    /// <summary>It has the form of ours, and no key of ours made it.</summary>
    public sealed record Forged : ReturnPathReading;

    /// <summary>Some other address.</summary>
    public sealed record Other : ReturnPathReading;
}
