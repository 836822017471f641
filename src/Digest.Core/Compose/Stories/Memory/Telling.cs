using Digest.Model;

namespace Digest.Compose.Stories.Memory;

/// <summary>One thing that a past issue told, as far as later issues need to know it.</summary>
/// <param name="Issue">The issue.</param>
/// <param name="IssueTitle">Its whole title.</param>
/// <param name="Title">Plain text on one line: a title, or a first sentence.</param>
/// <param name="Text">The beginning of what it said, as words without mark-up.</param>
/// <param name="Keys">Everything it linked or named, in the form in which keys are compared.</param>
public sealed record Telling(
    IssueRef Issue, string IssueTitle, string Title, string Text, IReadOnlyList<string> Keys);
