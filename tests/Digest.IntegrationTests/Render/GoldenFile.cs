using System.Text;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Render;

/// <summary>
/// Compares with a file in <c>Render/Golden</c>. To take a new look as the right one, run the tests once with
/// <c>DIGEST_UPDATE_GOLDEN=1</c>, read the difference in git, and commit it.
/// </summary>
internal static class GoldenFile
{
    private static readonly string Folder =
        Path.Combine(Corpus.Root, "tests", "Digest.IntegrationTests", "Render", "Golden");

    public static string Read(string name) => File.ReadAllText(Path.Combine(Folder, name));

    public static void Matches(string name, ReadOnlyMemory<byte> actual) =>
        Matches(name, Encoding.UTF8.GetString(actual.Span));

    public static void Matches(string name, string actual)
    {
        if (Environment.GetEnvironmentVariable("DIGEST_UPDATE_GOLDEN") == "1")
            File.WriteAllText(Path.Combine(Folder, name), actual);

        Assert.Equal(Read(name), actual);
    }
}
