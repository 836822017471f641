using Digest.Mail.Mime;
using Digest.Model;
using Digest.Subscribers;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Subscribers;

public sealed class SubscriberDeskTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly EmailAddress Address = EmailAddress.Parse("a@x.example");
    private readonly InMemorySubscriberStore _store = new();
    private readonly SubscriberDesk _desk;

    public SubscriberDeskTests() => _desk = new SubscriberDesk(_store, _store, new TestClock());

    [Fact]
    public async Task A_reader_is_added_once()
    {
        Assert.Equal(AddOutcome.Added, await AddAsync());
        Assert.Equal(AddOutcome.Known, await AddAsync());
        Assert.Matches("^[a-z2-7]{26}$", Assert.Single(_store.Subscribers).Id);
    }

    [Fact]
    public async Task A_suppressed_reader_is_kept_and_said_to_be()
    {
        await _desk.SuppressAsync(Address, "manual", "a letter", None);

        Assert.Equal(AddOutcome.Suppressed, await AddAsync());
    }

    [Fact]
    public async Task Unsubscribing_works_once_and_whatever_the_spelling()
    {
        await AddAsync();

        Assert.True(await _desk.UnsubscribeAsync("weekly", EmailAddress.Parse("A@X.example"), None));
        Assert.False(await _desk.UnsubscribeAsync("weekly", Address, None));
        Assert.False(await _desk.UnsubscribeAsync("other", Address, None));
    }

    [Fact]
    public async Task A_suppression_is_made_and_lifted_once()
    {
        Assert.True(await _desk.SuppressAsync(Address, "manual", "", None));
        Assert.False(await _desk.SuppressAsync(Address, "bounce", "", None));
        Assert.True(await _desk.LiftAsync(Address, None));
        Assert.False(await _desk.LiftAsync(Address, None));
    }

    [Theory]
    [InlineData("a\r\nb", "form")]
    [InlineData("a", " ")]
    public async Task Bad_names_and_missing_consent_are_the_callers_to_mend(string name, string consent) =>
        await Assert.ThrowsAsync<DigestException>(
            () => _desk.AddAsync("weekly", new Mailbox(name, Address), consent, None));

    [Fact]
    public async Task A_newsletter_without_an_audience_file_imports_nothing() =>
        Assert.Null(await new AudienceSync(new SubscriberImport(_store, new TestClock()))
            .RunAsync(Some.Newsletter(), None));

    private Task<AddOutcome> AddAsync() => _desk.AddAsync("weekly", new Mailbox(null, Address), "a form", None);
}
