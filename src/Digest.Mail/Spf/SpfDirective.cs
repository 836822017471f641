namespace Digest.Mail.Spf;

/// <summary>One directive.</summary>
/// <param name="Verdict">What a match means: the qualifier.</param>
/// <param name="Mechanism">What is compared.</param>
/// <param name="Text">As it stands in the record.</param>
public sealed record SpfDirective(SpfVerdict Verdict, SpfMechanism Mechanism, string Text);
