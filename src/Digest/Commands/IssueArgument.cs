using System.CommandLine;

namespace Digest.Commands;

/// <summary>The argument of every command that works on one issue.</summary>
public static class IssueArgument
{
    public static Argument<string> Create() => new("issue")
    {
        Description = "The issue as newsletter/number, such as community-weekly/1",
    };
}
