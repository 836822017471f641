using Digest.Deliver;
using Digest.Model;
using Xunit;

namespace Digest.IntegrationTests.Deliver;

public sealed class UnsubscribeKeysTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("digest-keys-");

    private PathsOptions Paths => new() { Data = _data.FullName };

    private string KeyFile => Path.Combine(_data.FullName, "keys", "unsubscribe.key");

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public void The_first_key_is_made_once_and_only_its_owner_may_read_it()
    {
        var key = Assert.Single(UnsubscribeKeys.Load(Paths));

        Assert.Equal(32, key.Length);
        Assert.Equal(key, Assert.Single(UnsubscribeKeys.Load(Paths)));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyFile));
    }

    [Fact]
    public async Task Programs_that_start_together_share_one_key()
    {
        var keys = await Task.WhenAll(
            Enumerable.Range(0, 16).Select(_ => Task.Run(() => Convert.ToHexString(UnsubscribeKeys.Load(Paths)[0]))));

        Assert.Single(keys.Distinct());
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(KeyFile)!));
    }

    [Fact]
    public void The_newest_key_comes_first_and_old_ones_stay()
    {
        var old = UnsubscribeKeys.Load(Paths)[0];
        var next = KeyFile.Replace(".key", "-2.key", StringComparison.Ordinal);
        File.WriteAllBytes(next, [.. Enumerable.Repeat((byte)7, 32)]);
        File.SetLastWriteTimeUtc(KeyFile, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        Assert.Equal([[.. Enumerable.Repeat((byte)7, 32)], old], UnsubscribeKeys.Load(Paths));
    }

    [Fact]
    public void A_short_key_is_refused_by_its_file()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(KeyFile)!);
        File.WriteAllBytes(KeyFile, [1, 2, 3]);

        var error = Assert.Throws<DigestException>(() => UnsubscribeKeys.Load(Paths));
        Assert.Contains(KeyFile, error.Message, StringComparison.Ordinal);
    }
}
