using Xunit;

namespace Digest.UnitTests.Conventions;

/// <summary>A convention holds when nothing is found against it; otherwise everything found is told at once.</summary>
internal static class Findings
{
    public static void MustBeNone(IEnumerable<string> found)
    {
        var list = found.ToList();
        Assert.True(list.Count == 0, $"{list.Count} found:\n{string.Join('\n', list)}");
    }
}
