using Digest.Model;

namespace Digest.Run;

/// <summary>Which letter a report is about.</summary>
internal abstract record BounceLetter
{
    private BounceLetter() { }

    public sealed record Found(Letter Letter) : BounceLetter;

    /// <param name="Reason">A clause for a person.</param>
    public sealed record Unproven(string Reason) : BounceLetter;
}
