namespace Digest.Model;

/// <summary>Who turns a draft into an approved issue.</summary>
public enum Approval
{
    /// <summary>An editor, with <c>digest approve</c>.</summary>
    Manual,

    /// <summary>The run itself.</summary>
    Automatic,
}
