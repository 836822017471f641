namespace Digest.Model;

/// <summary>An address that must not be mailed, whatever list it is on. It survives deletion and re-import.</summary>
/// <param name="AddressHash">See <see cref="Model.AddressHash"/>.</param>
/// <param name="Reason">bounce, complaint, manual …</param>
/// <param name="Evidence">What was seen: an SMTP reply, a ticket. May be empty.</param>
/// <param name="Since">When it was recorded.</param>
public sealed record Suppression(string AddressHash, string Reason, string Evidence, DateTimeOffset Since);
