namespace Digest.Mail.Plans;

/// <summary>Octets that all letters share, and what comes after them; null at the end of the message.</summary>
internal readonly record struct PlanSegment(byte[] Octets, PlanStep? Step);
