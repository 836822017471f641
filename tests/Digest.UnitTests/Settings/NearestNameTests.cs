using Digest.Settings;
using Xunit;

namespace Digest.UnitTests.Settings;

public sealed class NearestNameTests
{
    private static readonly string[] Known = ["Host", "Port", "Security", "Username", "Password"];

    [Theory]
    [InlineData("Prot", "did you mean Port?")]
    [InlineData("securty", "did you mean Security?")]
    [InlineData("UserName", "did you mean Username?")]
    [InlineData("Endpoint", "there are Host, Password, Port, Security, Username")]
    public void Near_name_is_offered_and_otherwise_all_of_them(string given, string advice) =>
        Assert.Equal(advice, NearestName.Advice(given, Known));
}
