using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Compose;

/// <summary>
/// Compares a draft with a file in <c>Compose/Golden</c>. To take a new look as the right one, run the tests once with
/// <c>DIGEST_UPDATE_GOLDEN=1</c>, read the difference in git, and commit it.
/// </summary>
internal static class GoldenDraft
{
    public static void Matches(string name, string actual)
    {
        var path = Path.Combine(Corpus.Root, "tests", "Digest.IntegrationTests", "Compose", "Golden", name);
        if (Environment.GetEnvironmentVariable("DIGEST_UPDATE_GOLDEN") == "1")
            File.WriteAllText(path, actual);

        Assert.Equal(File.ReadAllText(path), actual);
    }
}
