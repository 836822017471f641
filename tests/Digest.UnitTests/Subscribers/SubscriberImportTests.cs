using System.Text;
using Digest.Model;
using Digest.Subscribers;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Subscribers;

public sealed class SubscriberImportTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly InMemorySubscriberStore _store = new();

    [Fact]
    public async Task Columns_may_stand_in_any_order_and_case()
    {
        await ImportAsync("Name, TimeZone ,TOPICS,Email,language\n太郎,Asia/Tokyo,nova; infra|docs,taro@x.example,ja\n");

        var reader = Assert.Single(_store.Subscribers);
        Assert.Equal(("太郎", "taro@x.example"), (reader.Mailbox.Name, reader.Mailbox.Address.Value));
        Assert.Equal(["nova", "infra", "docs"], reader.Topics);
        Assert.Equal(("ja", "Asia/Tokyo", "a form"), (reader.Language, reader.TimeZone, reader.Consent));
    }

    [Theory]
    [InlineData("email,name\na@x.example,A\n")]
    [InlineData("email;name\r\na@x.example;A\r\n")]
    [InlineData("email\tname\na@x.example\tA")]
    [InlineData("\"email\",\"name\"\n\"a@x.example\",\"A\"\n")]
    [InlineData("email\n\nA <a@x.example>\n\n")]
    [InlineData("name,email,unknown\nA,a@x.example\n")]
    public async Task Separators_quotes_and_empty_lines_are_taken_as_they_come(string csv)
    {
        var report = await ImportAsync(csv);

        Assert.Empty(report.Refused);
        Assert.Equal("A <a@x.example>", Assert.Single(_store.Subscribers).Mailbox.ToString());
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("gb18030", false)]
    public async Task Chinese_names_survive_every_encoding(string encoding, bool mark) =>
        Assert.Equal("社区动态", await NameAsync(encoding, mark, "社区动态"));

    [Theory]
    [InlineData("shift_jis")]
    [InlineData("utf-8")]
    public async Task Japanese_names_survive_every_encoding(string encoding) =>
        Assert.Equal("山田たろう", await NameAsync(encoding, false, "山田たろう"));

    [Theory]
    [InlineData("shift_jis", "佐藤 渚")]
    [InlineData("gb18030", "陈帆")]
    [InlineData("gb18030", "赵𠮷")]
    public async Task Names_without_kana_are_told_apart(string encoding, string name) =>
        Assert.Equal(name, await NameAsync(encoding, false, name));

    [Theory]
    [InlineData("nobody", "form name@domain")]
    [InlineData("a..b@docomo.ne.jp", "two in a row")]
    [InlineData("a@x.example,,xx-nonsense-tag", "BCP 47")]
    [InlineData("a@x.example,,,,Asia/Nowhere", "IANA")]
    [InlineData("a@x.example,,,,Tokyo Standard Time", "IANA")]
    [InlineData("\"a@x.example\r\nBcc: b@x.example\"", "quotes")]
    [InlineData("a@x.example,\"open", "quotes")]
    [InlineData("a@x.example,\u001b[31mred", "control")]
    public async Task A_wrong_row_is_refused_with_line_and_reason_and_the_others_stay(string row, string reason)
    {
        var report = await ImportAsync($"email,name,language,topics,timezone\n{row}\nlast@x.example,,,,\n");

        Assert.Equal("last@x.example", Assert.Single(_store.Subscribers).Mailbox.Address.Value);
        Assert.Equal(2, report.Refused[0].Line);
        Assert.Contains(reason, report.Refused[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_row_of_an_address_names_the_line_of_the_first()
    {
        var report = await ImportAsync("email\na@x.example\nb@x.example\nA@X.EXAMPLE\n");

        Assert.Equal(2, report.Added);
        Assert.Equal(new RefusedRow(4, "the address is on line 2 already"), Assert.Single(report.Refused));
    }

    [Fact]
    public async Task Importing_again_brings_back_nobody_who_left()
    {
        await ImportAsync("email\na@x.example\n");
        var left = _store.Subscribers[0].Id;
        await _store.MoveAsync(left, SubscriptionState.Unsubscribed, DateTimeOffset.UnixEpoch, None);
        var report = await ImportAsync("email,name\na@x.example,New\n");

        Assert.Equal((0, 1), (report.Added, report.Known));
        Assert.Equal(SubscriptionState.Unsubscribed, _store.Subscribers[0].State);
    }

    [Fact]
    public async Task Suppressed_addresses_are_counted()
    {
        await Desk().SuppressAsync(Some.Reader("a@x.example").Mailbox.Address, "bounce", "", None);

        Assert.Equal(1, (await ImportAsync("email\na@x.example\n")).Suppressed);
    }

    [Fact]
    public async Task A_long_list_goes_in_batches_of_a_thousand()
    {
        await ImportAsync("email\n" + string.Concat(Enumerable.Range(0, 2500).Select(i => $"r{i}@x.example\n")));

        Assert.Equal([1000, 1000, 500], _store.Batches);
        Assert.Equal(2500, _store.Subscribers.Select(reader => reader.Id).Distinct().Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData("mail,name\na@x.example,A\n")]
    public async Task A_file_without_an_email_column_is_refused_whole(string csv)
    {
        var error = await Assert.ThrowsAsync<DigestException>(() => ImportAsync(csv));

        Assert.StartsWith("list.csv:1:", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_without_end_is_refused_with_its_line()
    {
        var error = await Assert.ThrowsAsync<DigestException>(
            () => ImportAsync("email\n" + new string('a', 10_000_000)));

        Assert.StartsWith("list.csv:2:", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_added_without_consent()
    {
        var import = new SubscriberImport(_store, new TestClock());
        using var stream = new MemoryStream("email\na@x.example\n"u8.ToArray());

        await Assert.ThrowsAsync<DigestException>(() => import.ImportAsync("weekly", stream, "list.csv", " ", None));
    }

    private SubscriberDesk Desk() => new(_store, _store, new TestClock());

    private async Task<string?> NameAsync(string name, bool mark, string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(name);
        byte[] start = mark ? encoding.GetPreamble() : [];
        await ImportAsync([.. start, .. encoding.GetBytes($"email,name\na@x.example,{text}\n")]);
        return _store.Subscribers[0].Mailbox.Name;
    }

    private Task<ImportReport> ImportAsync(string csv) => ImportAsync(Encoding.UTF8.GetBytes(csv));

    private async Task<ImportReport> ImportAsync(byte[] csv)
    {
        using var stream = new MemoryStream(csv);
        return await new SubscriberImport(_store, new TestClock())
            .ImportAsync("weekly", stream, "list.csv", "a form", None);
    }
}
