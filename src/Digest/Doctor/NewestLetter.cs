using Digest.Model;

namespace Digest.Doctor;

/// <summary>What a newsletter would send today.</summary>
/// <param name="Newsletter">Whose letter it is.</param>
/// <param name="Issue">Its newest issue, sent or not; null if there is none yet.</param>
/// <param name="Octets">The letter, signed as readers get it; empty without an issue.</param>
public sealed record NewestLetter(Newsletter Newsletter, IssueRef? Issue, ReadOnlyMemory<byte> Octets);
