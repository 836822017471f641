using Digest.Model;

namespace Digest.Compose;

/// <summary>A draft's file, read and checked.</summary>
/// <param name="Issue">With the title and the days that the file names.</param>
/// <param name="Document">The file's text taken apart.</param>
/// <param name="ItemIds">The items that are still in the file, in its order.</param>
public sealed record DraftReading(Issue Issue, IssueDocument Document, IReadOnlyList<string> ItemIds);
