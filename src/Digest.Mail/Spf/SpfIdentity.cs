using System.Net;

namespace Digest.Mail.Spf;

/// <summary>Who sends.</summary>
/// <param name="Address">The host's address.</param>
/// <param name="LocalPart">Of the envelope sender; <c>postmaster</c> where it is empty (RFC 7208 §4.3).</param>
/// <param name="Domain">Of the envelope sender.</param>
/// <param name="Helo">The name said in EHLO.</param>
public sealed record SpfIdentity(IPAddress Address, string LocalPart, string Domain, string Helo);
