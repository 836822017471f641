namespace Digest.Run;

/// <summary>Who would get an issue.</summary>
/// <param name="ToSend">Letters that would be handed over.</param>
/// <param name="Suppressed">Readers who are left out.</param>
/// <param name="IsOpen">True if sending began before, so that the audience is fixed.</param>
public sealed record AudienceCount(int ToSend, int Suppressed, bool IsOpen);
