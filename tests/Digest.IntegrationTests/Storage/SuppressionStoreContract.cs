using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Storage;

public abstract class SuppressionStoreContract(Func<CancellationToken, Task<TempDatabase>> create)
    : StoreContract(create)
{
    [Fact]
    public async Task First_record_of_a_suppression_stays()
    {
        Assert.True(await Suppressions.SuppressAsync(Stored.SuppressionOf(reason: "complaint"), Token));
        Assert.False(await Suppressions.SuppressAsync(Stored.SuppressionOf(reason: "bounce"), Token));

        var kept = Assert.Single(await Suppressions.ListAsync(Token));
        Assert.Equal(Stored.SuppressionOf(reason: "complaint"), kept);
    }

    [Fact]
    public async Task Lifted_suppression_is_gone()
    {
        var suppression = Stored.SuppressionOf();
        await Suppressions.SuppressAsync(suppression, Token);

        Assert.True(await Suppressions.LiftAsync(suppression.AddressHash, Token));
        Assert.False(await Suppressions.LiftAsync(suppression.AddressHash, Token));
        Assert.Empty(await Suppressions.ListAsync(Token));
    }

    [Fact]
    public async Task Suppression_survives_that_its_address_is_imported_again()
    {
        await Suppressions.SuppressAsync(Stored.SuppressionOf(), Token);

        Assert.Equal(1, (await Subscribers.AddAsync([Stored.Reader()], Token)).Suppressed);
        Assert.Equal(1, (await Subscribers.AddAsync([Stored.Reader()], Token)).Suppressed);
        Assert.Single(await Suppressions.ListAsync(Token));
    }
}
