namespace Digest.Subscribers;

/// <summary>One row of a subscriber file, not looked at yet. A column that is missing is null.</summary>
internal sealed record ImportRow(
    int Line, string? Email, string? Name, string? Language, string? Topics, string? TimeZone)
{
    /// <summary>As an export writes it: active or unsubscribed.</summary>
    public string? State { get; init; }

    /// <summary>As an export writes it: why the address is not mailed.</summary>
    public string? Suppressed { get; init; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Email + Name + Language + Topics + TimeZone);
}
