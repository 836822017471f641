namespace Digest.Deliver;

/// <summary>Where reports on letters come back to: the section <c>Mail:Bounces</c>.</summary>
public sealed class BouncesOptions
{
    /// <summary>
    /// The address that each letter's own envelope sender is made from: <c>bounce@bounces.news.example</c> becomes
    /// <c>bounce+…@bounces.news.example</c>. Unset, letters leave with the newsletter's own address.
    /// </summary>
    public string? Address { get; set; }
}
