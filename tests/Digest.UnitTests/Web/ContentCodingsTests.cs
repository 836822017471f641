using Digest.Web.Pages;
using Microsoft.Net.Http.Headers;
using Xunit;

namespace Digest.UnitTests.Web;

public sealed class ContentCodingsTests
{
    [Theory]
    [InlineData("", ContentCoding.Identity)]
    [InlineData("gzip", ContentCoding.Gzip)]
    [InlineData("gzip, deflate, br", ContentCoding.Brotli)]
    [InlineData("br;q=0.5, gzip;q=0.8", ContentCoding.Gzip)]
    [InlineData("br;q=0, *;q=0.1", ContentCoding.Gzip)]
    [InlineData("*", ContentCoding.Brotli)]
    [InlineData("GZIP", ContentCoding.Gzip)]
    [InlineData("identity, gzip;q=0.5", ContentCoding.Identity)]
    [InlineData("deflate", ContentCoding.Identity)]
    [InlineData("identity;q=0", ContentCoding.Identity)]
    public void Client_gets_what_it_likes_best(string header, ContentCoding expected)
    {
        var accepted = header.Length == 0 ? [] : StringWithQualityHeaderValue.ParseList([header]);
        Assert.Equal(expected, ContentCodings.Choose(accepted));
    }
}
