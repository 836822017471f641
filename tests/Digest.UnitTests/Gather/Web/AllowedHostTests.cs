using System.ComponentModel.DataAnnotations;
using Digest.Gather;
using Digest.Gather.Web;
using Xunit;

namespace Digest.UnitTests.Gather.Web;

public sealed class AllowedHostTests
{
    [Theory]
    [InlineData("feeds.lan")]
    [InlineData("feeds.lan:8080")]
    [InlineData("10.1.2.3")]
    [InlineData("10.1.2.3:81")]
    [InlineData("10.0.0.0/8")]
    [InlineData("fd00::/8")]
    [InlineData("[::1]:80")]
    [InlineData("::1")]
    public void Host_and_network_are_read(string text) => Assert.True(AllowedHost.TryParse(text, out _));

    [Theory]
    [InlineData("")]
    [InlineData("http://feeds.lan/")]
    [InlineData("feeds.lan:0")]
    [InlineData("feeds.lan:70000")]
    [InlineData("feeds.lan:")]
    [InlineData("10.0.0.0/40")]
    [InlineData("two words")]
    [InlineData("*.lan")]
    public void Anything_else_is_refused_at_start_with_the_keys_name(string text)
    {
        var options = new GatherOptions { AllowedHosts = [text] };

        var fault = Assert.Single(options.Validate(new ValidationContext(options)));

        Assert.StartsWith($"Gather:AllowedHosts: '{text}' is no host", fault.ErrorMessage);
    }
}
