using System.Text;
using Digest.Gather;
using Digest.Gather.Mails;
using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Gather.Mails;

public sealed class ThreadItemsTests
{
    private static readonly SourceRequest Request =
        Some.Request(new SourceDefinition { Id = "dev", Type = "pipermail" });

    [Fact]
    public void Thread_becomes_one_item_with_what_it_weighs()
    {
        var item = Assert.Single(Read(
            Mail("[keel-dev] [sail] Anchors hold", "a@x", "Ann", body: "They do."),
            Mail("Re: [keel-dev] [sail] Anchors hold", "b@x", "Bo", "a@x"),
            Mail("Re: [keel-dev] [sail] Anchors hold", "c@x", "Ann", "b@x")));

        Assert.Equal(("a@x", "Anchors hold", "They do.", "Ann"), (item.ExternalId, item.Title, item.Body, item.Author));
        Assert.Equal(["sail"], item.Tags);
        Assert.Equal((2, 2), (item.Signals.Replies, item.Signals.Participants));
        Assert.Equal([ObjectKey.Message("a@x"), ObjectKey.Message("b@x"), ObjectKey.Message("c@x")], item.Objects);
        Assert.Equal(ItemKind.Message, item.Kind);
    }

    [Fact]
    public void Answers_to_what_lies_before_the_window_are_no_news() =>
        Assert.Empty(Read(Mail("Re: Old matter", "b@x", answers: "a@x")));

    [Fact]
    public void Thread_that_began_before_the_first_window_is_not_told() => Assert.Empty(Read(
        Mail("Old matter", "a@x", date: Some.RunMoment.AddDays(-20)), Mail("Re: Old matter", "b@x", answers: "a@x")));

    [Fact]
    public void Later_answers_tell_the_same_item_again_with_their_number()
    {
        var (_, memory) = Of(ListMemory.Read(null), Mail("Anchors", "a@x"));

        var (items, _) = Of(
            ListMemory.Read(memory.ToString()), Mail("Anchors", "a@x"), Mail("Re: Anchors", "b@x", answers: "a@x"));

        Assert.Equal(("a@x", 1), (Assert.Single(items).ExternalId, items[0].Signals.Replies));
    }

    [Fact]
    public void Answer_alone_to_what_was_told_is_no_item()
    {
        var (_, memory) = Of(ListMemory.Read(null), Mail("Anchors", "a@x"));

        Assert.Empty(Of(memory, Mail("Re: Anchors", "b@x", answers: "a@x")).Items);
        Assert.Empty(Of(memory, Mail("Anchors", "b@x", answers: "a@x")).Items);
    }

    [Fact]
    public void Mail_that_waited_for_a_moderator_is_told_after_all()
    {
        var (_, memory) = Of(ListMemory.Read(null), Mail("Anchors", "a@x"));
        var later = Request with { Since = Some.RunMoment.AddHours(-1) };

        var (items, _) = new ThreadItems(later, memory, "keel-dev").Of(
            [Mail("Held", "h@x", date: Some.RunMoment.AddDays(-3))]);

        Assert.Single(items);
    }

    [Fact]
    public void Mail_from_the_future_is_of_today()
    {
        var item = Assert.Single(Read(Mail("Soon", "a@x", date: Some.RunMoment.AddYears(3))));

        Assert.Equal(Some.RunMoment, item.Published);
    }

    [Fact]
    public void Mail_whose_sender_wants_no_archive_is_left_out() => Assert.Empty(
        Read(ListMailReader.Read(Encoding.UTF8.GetBytes("X-No-Archive: yes\n" + Some.ListMail("Secret")), null)));

    [Fact]
    public void No_address_of_a_person_is_told()
    {
        var item = Assert.Single(Read(Mail(
            "Ask ann@x.example", "a@x", "ann at x.example", body: "Or bo@x.example, or bo at x.example.")));

        Assert.Equal("Ask …@…", item.Title);
        Assert.Equal("Or …@…, or …@….", item.Body);
        Assert.Null(item.Author);
    }

    [Fact]
    public void Tag_that_every_mail_has_is_the_lists_own()
    {
        var items = Read([.. Enumerable.Range(0, 5).Select(i => Mail($"[driftwood] [keel] {i} things", $"{i}@x"))]);

        Assert.All(items, item => Assert.Equal(["keel"], item.Tags));
    }

    private static IReadOnlyList<GatheredItem> Read(params ListMail[] mails) => Of(ListMemory.Read(null), mails).Items;

    private static (IReadOnlyList<GatheredItem> Items, ListMemory Memory) Of(
        ListMemory memory, params ListMail[] mails) => new ThreadItems(Request, memory, "keel-dev").Of(mails);

    private static ListMail Mail(
        string subject,
        string id,
        string name = "Ann",
        string? answers = null,
        DateTimeOffset? date = null,
        string body = "Words.") => ListMailReader.Read(
            Encoding.UTF8.GetBytes(Some.ListMail(subject, id, name, date, answers, body)), null);
}
