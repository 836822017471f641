namespace Digest.Mail.Dns;

/// <summary>How long to wait for name servers.</summary>
public sealed record DnsTimes
{
    /// <summary>For one answer of one server.</summary>
    public TimeSpan Query { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Rounds through the servers.</summary>
    public int Rounds { get; init; } = 2;

    /// <summary>For everything that one resolver is asked.</summary>
    public TimeSpan Total { get; init; } = TimeSpan.FromSeconds(40);
}
