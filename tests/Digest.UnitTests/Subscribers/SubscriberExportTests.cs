using System.Text;
using Digest.Mail.Mime;
using Digest.Model;
using Digest.Subscribers;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Subscribers;

public sealed class SubscriberExportTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly InMemorySubscriberStore _store = new();

    [Fact]
    public async Task Columns_are_stable()
    {
        await _store.AddAsync([Some.Reader("a@x.example", "太郎") with { Topics = ["nova", "docs"] }], None);
        var hash = AddressHash.Of(_store.Subscribers[0].Mailbox.Address);
        await _store.SuppressAsync(new Suppression(hash, "bounce", "", DateTimeOffset.UnixEpoch), None);

        Assert.Equal(
            "email,name,language,topics,timezone,state,suppressed,consent,created\n"
            + "a@x.example,太郎,,nova;docs,,active,bounce,a form,2026-11-01T00:00:00.0000000+00:00\n",
            await ExportAsync());
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://evil\")")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(1)")]
    public async Task CVE_2021_3188_no_cell_starts_a_formula(string name)
    {
        await _store.AddAsync([Some.Reader("a@x.example", name)], None);

        Assert.Contains(",\"'" + name[0], await ExportAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_exported_is_imported_unchanged()
    {
        await _store.AddAsync(
            [Some.Reader("+a@x.example", "=太郎, \"Jr\""), Some.Reader("b@x.example", "-b")], None);
        var copy = await CopyAsync();

        Assert.Equal(
            _store.Subscribers.Select(reader => reader.Mailbox), copy.Subscribers.Select(reader => reader.Mailbox));
    }

    [Fact]
    public async Task Reader_who_left_stays_away_where_the_export_is_read_in()
    {
        var left = Some.Reader("a@x.example", "A") with { State = SubscriptionState.Unsubscribed };
        await _store.AddAsync([left, Some.Reader("b@x.example", "B")], None);
        var copy = await CopyAsync();

        Assert.Equal(
            [SubscriptionState.Unsubscribed, SubscriptionState.Active],
            copy.Subscribers.Select(reader => reader.State));
    }

    [Fact]
    public async Task Suppressed_reader_is_not_added_where_the_export_is_read_in()
    {
        await _store.AddAsync([Some.Reader("a@x.example", "A"), Some.Reader("b@x.example", "B")], None);
        var hash = AddressHash.Of(EmailAddress.Parse("a@x.example"));
        await _store.SuppressAsync(new Suppression(hash, "bounce", "", new TestClock().GetUtcNow()), None);
        var copy = await CopyAsync();

        Assert.Equal("b@x.example", Assert.Single(copy.Subscribers).Mailbox.Address.Value);
    }

    private async Task<InMemorySubscriberStore> CopyAsync()
    {
        var copy = new InMemorySubscriberStore();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(await ExportAsync()));
        await new SubscriberImport(copy, new TestClock()).ImportAsync("weekly", stream, "x.csv", "moved", None);
        return copy;
    }

    private async Task<string> ExportAsync()
    {
        await using var output = new StringWriter();
        await new SubscriberExport(_store, _store).WriteAsync("weekly", output, None);
        return output.ToString();
    }
}
