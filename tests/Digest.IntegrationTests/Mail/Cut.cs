namespace Digest.IntegrationTests.Mail;

/// <summary>Where a connection is cut.</summary>
/// <param name="Up">Octets that reach the server before it is.</param>
/// <param name="Down">Octets that reach the client before it is.</param>
/// <param name="IsReset">Whether the client sees it reset, and not closed.</param>
internal sealed record Cut(int Up, int Down, bool IsReset)
{
    public static Cut Never { get; } = new(int.MaxValue, int.MaxValue, false);

    /// <summary>One way or the other, after few octets or after many.</summary>
    public static Cut Random(Random chance)
    {
        var at = chance.Next(chance.Next(2) == 0 ? 400 : 4000);
        return chance.Next(4) switch
        {
            0 => Never,
            1 => Never with { Up = at, IsReset = chance.Next(2) == 0 },
            _ => Never with { Down = at / 4, IsReset = chance.Next(2) == 0 },
        };
    }
}
