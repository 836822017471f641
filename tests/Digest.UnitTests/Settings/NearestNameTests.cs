using Digest.Settings;
using Xunit;

namespace Digest.UnitTests.Settings;

public sealed class NearestNameTests
{
    private static readonly string[] Known = ["Host", "Port", "Security", "Username", "Password"];

    [Theory]
    [InlineData("Prot", "Port")]
    [InlineData("securty", "Security")]
    [InlineData("UserName", "Username")]
    public void Slip_of_the_pen_is_recognised(string given, string meant) =>
        Assert.Equal(meant, NearestName.Find(given, Known));

    [Fact]
    public void Far_name_gets_the_whole_list() => Assert.Equal(
        "there are Host, Password, Port, Security, Username", NearestName.Advice("Endpoint", Known));
}
