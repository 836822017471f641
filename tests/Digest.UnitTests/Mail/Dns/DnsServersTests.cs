using Digest.Mail.Dns;
using Xunit;

namespace Digest.UnitTests.Mail.Dns;

public sealed class DnsServersTests
{
    [Fact]
    public void First_three_servers_of_the_resolver_file_are_asked() => Assert.Equal(
        ["192.0.2.1:53", "[2001:db8::1]:53", "192.0.2.3:53"],
        DnsServers.Read("""
            # nameserver 192.0.2.9
            search example
            nameserver 192.0.2.1
            nameserver	2001:db8::1
            nameserver nonsense
            nameserver 192.0.2.3
            nameserver 192.0.2.4
            """).Select(server => server.ToString()));

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1:53")]
    [InlineData("192.0.2.1:5353", "192.0.2.1:5353")]
    [InlineData("2001:db8::1", "[2001:db8::1]:53")]
    [InlineData("[2001:db8::1]:54", "[2001:db8::1]:54")]
    [InlineData("localhost:54", "127.0.0.1:54")]
    public void Server_is_an_address_with_or_without_a_port(string text, string expected)
    {
        Assert.True(DnsServers.TryParse(text, out var server));
        Assert.Equal(expected, server.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("ns.example")]
    [InlineData("192.0.2.1:99999")]
    [InlineData("192.0.2.1:5x")]
    public void Anything_else_is_no_server(string text) => Assert.False(DnsServers.TryParse(text, out _));
}
