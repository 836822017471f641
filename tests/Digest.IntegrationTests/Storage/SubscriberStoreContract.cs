using Digest.Mail.Mime;
using Digest.Model;
using Digest.Subscribers;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Storage;

public abstract class SubscriberStoreContract(Func<CancellationToken, Task<TempDatabase>> create)
    : StoreContract(create)
{
    [Fact]
    public async Task Subscriber_comes_back_as_added()
    {
        await Subscribers.AddAsync([Stored.Reader()], Token);

        var found = await Subscribers.FindAsync(Stored.Reader().Id, Token);
        Assert.Equivalent(Stored.Reader(), found, strict: true);
        Assert.Equal(found!.Id, Assert.Single(await ListAsync()).Id);
        Assert.Null(await Subscribers.FindAsync("nobody", Token));
    }

    [Fact]
    public async Task Known_address_keeps_id_and_state_and_takes_the_rest()
    {
        await Subscribers.AddAsync([Stored.Reader("ada@example.com")], Token);
        var again = Stored.Reader("Ada@Example.com") with
        {
            Id = "another", Language = null, Topics = [], TimeZone = null,
            Mailbox = new Mailbox("Ada", EmailAddress.Parse("Ada@Example.com")),
        };

        Assert.Equal(new SubscriberAddCounts(0, 1, 0), await Subscribers.AddAsync([again], Token));
        var found = Assert.Single(await ListAsync());
        Assert.Equal(Stored.Reader("ada@example.com").Id, found.Id);
        Assert.Equal("Ada", found.Mailbox.Name);
        Assert.Null(found.Language);
        Assert.Empty(found.Topics);
        Assert.Null(found.TimeZone);
    }

    [Fact]
    public async Task Import_never_brings_back_a_reader_who_left()
    {
        await Subscribers.AddAsync([Stored.Reader()], Token);
        await Subscribers.MoveAsync(Stored.Reader().Id, SubscriptionState.Unsubscribed, Now, Token);
        await Subscribers.AddAsync([Stored.Reader()], Token);

        Assert.Equal(SubscriptionState.Unsubscribed, Assert.Single(await ListAsync()).State);
    }

    [Fact]
    public async Task Counts_tell_new_known_and_suppressed_apart()
    {
        await AddReadersAsync("known@example.com");
        await Suppressions.SuppressAsync(Stored.SuppressionOf("bad@example.com"), Token);

        var counts = await Subscribers.AddAsync(
            [.. new[] { "known", "bad", "new", "NEW" }.Select(name => Stored.Reader($"{name}@example.com"))], Token);

        Assert.Equal(new SubscriberAddCounts(2, 2, 1), counts);
    }

    [Fact]
    public async Task One_address_may_read_two_newsletters()
    {
        var counts = await Subscribers.AddAsync([Stored.Reader(), Stored.Reader(newsletter: "other")], Token);

        Assert.Equal(2, counts.Added);
        Assert.Single(await ListAsync());
    }

    [Fact]
    public async Task Batch_with_a_broken_row_adds_nobody()
    {
        await Assert.ThrowsAnyAsync<Exception>(() => Subscribers.AddAsync(
            [Stored.Reader("a@example.com"), Stored.Reader("b@example.com") with { Consent = null! }], Token));

        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task List_gives_everybody_oldest_first_over_many_pages()
    {
        var readers = Enumerable.Range(0, 2500)
            .Select(i => Stored.Reader($"r{i}@example.com") with { Created = Now.AddSeconds(-(i / 2)) }).ToList();
        await Subscribers.AddAsync(readers, Token);

        var expected = readers.OrderBy(reader => reader.Created).Select(reader => reader.Id);
        Assert.Equal(expected, (await ListAsync()).Select(reader => reader.Id));
    }

    [Fact]
    public async Task Move_says_whether_anything_moved()
    {
        await AddReadersAsync("reader@example.com");
        var id = Stored.Reader().Id;

        Assert.False(await Subscribers.MoveAsync(id, SubscriptionState.Active, Now, Token));
        Assert.True(await Subscribers.MoveAsync(id, SubscriptionState.Unsubscribed, Now, Token));
        Assert.False(await Subscribers.MoveAsync(id, SubscriptionState.Unsubscribed, Now, Token));
        Assert.False(await Subscribers.MoveAsync("nobody", SubscriptionState.Unsubscribed, Now, Token));
        Assert.Equal(SubscriptionState.Unsubscribed, (await Subscribers.FindAsync(id, Token))!.State);
    }

    private ValueTask<List<Subscriber>> ListAsync() => Subscribers.ListAsync(Weekly, Token).ToListAsync(Token);
}
