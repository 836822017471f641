using Digest.Testing;
using Digest.Web;
using Xunit;

namespace Digest.UnitTests.Web;

public sealed class ReservedSlugsTests
{
    [Fact]
    public void Newsletter_that_hides_the_programs_own_address_is_refused_by_name()
    {
        string[] slugs = ["api", "weekly", "healthz"];
        var errors = ReservedSlugs.Errors(slugs.Select(Some.Newsletter));
        Assert.Equal(2, errors.Count);
        Assert.Contains("slug: 'api'", errors[0], StringComparison.Ordinal);
    }
}
