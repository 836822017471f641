using Digest.Storage;
using Xunit;

namespace Digest.UnitTests.Storage;

public sealed class StorageOptionsValidatorTests
{
    [Fact]
    public void Defaults_are_valid() => Assert.True(Validate(new StorageOptions()).Succeeded);

    [Theory]
    [InlineData("postgres", "Storage:Provider: 'postgres' comes with a later version; use 'sqlite' for now")]
    [InlineData("oracle", "Storage:Provider: 'oracle' is not known; use 'sqlite'")]
    public void Engine_that_is_not_there_is_refused_with_its_key(string provider, string message) =>
        Assert.Equal(message, Validate(new StorageOptions { Provider = provider }).FailureMessage);

    [Fact]
    public void Connection_string_is_refused_with_its_key() => Assert.StartsWith(
        "Storage:ConnectionString: ",
        Validate(new StorageOptions { ConnectionString = "gibberish" }).FailureMessage,
        StringComparison.Ordinal);

    private static Microsoft.Extensions.Options.ValidateOptionsResult Validate(StorageOptions options) =>
        new StorageOptionsValidator().Validate(null, options);
}
