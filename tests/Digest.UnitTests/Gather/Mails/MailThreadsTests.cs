using System.Text;
using Digest.Gather.Mails;
using Digest.Testing;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Digest.UnitTests.Gather.Mails;

public sealed class MailThreadsTests
{
    [Fact]
    public void Answers_join_what_they_refer_to_even_before_it() => Assert.Equal(
        ["a: b a c"], Threads(Mail("b", "Re: x", "a"), Mail("a", "x"), Mail("c", "Re: x", "b")));

    [Fact]
    public void Answer_without_references_joins_by_its_subject() => Assert.Equal(
        ["a: a b"], Threads(Mail("a", "[keel-dev] 发布计划"), Mail("b", "回复： [keel-dev] 发布计划")));

    [Fact]
    public void Same_subject_months_later_is_another_thread() => Assert.Equal(
        ["a: a", "b: b"],
        Threads(Mail("a", "Meeting"), Mail("b", "Re: Meeting", date: Some.RunMoment.AddDays(90))));

    [Fact]
    public void New_subject_in_an_answer_begins_a_thread() => Assert.Equal(
        ["a: a", "b: b c"],
        Threads(Mail("a", "Anchors"), Mail("b", "Sails (was: Anchors)", "a"), Mail("c", "Re: Sails", "b")));

    [Fact]
    public void Parts_of_a_series_stay_together() => Assert.Equal(
        ["a: a b c"],
        Threads(
            Mail("a", "[PATCH 0/2] Hold"), Mail("b", "[PATCH 1/2] Chain", "a"), Mail("c", "[PATCH 2/2] Rope", "a")));

    [Fact]
    public void Mails_in_a_circle_are_one_thread() => Assert.Equal(
        ["a: a b"], Threads(Mail("a", "Re: x", "b"), Mail("b", "Re: x", "a")));

    [Fact]
    public void Mail_that_is_there_twice_counts_once() =>
        Assert.Equal(["a: a"], Threads(Mail("a", "x"), Mail("a", "x")));

    [Fact]
    public void Thousands_of_answers_to_one_subject_take_no_time()
    {
        var mails = Enumerable.Range(0, 20_000).Select(i => Mail($"m{i}", i % 2 == 0 ? "Report" : "Re: Report"));

        Assert.NotEmpty(MailThreads.Of([.. mails]));
    }

    [Fact]
    public void Every_mail_is_in_one_thread_whatever_it_answers() => Prop.ForAll<byte[]>(parents =>
    {
        var mails = parents.Select((parent, i) => Mail($"{i}", i % 3 == 0 ? "x" : "Re: x", $"{parent % 9}")).ToList();

        var ids = MailThreads.Of(mails).SelectMany(thread => thread.Mails).Select(mail => mail.Id);

        return mails.Select(mail => mail.Id).Order().SequenceEqual(ids.Order());
    }).QuickCheckThrowOnFailure();

    private static ListMail Mail(string id, string subject, string? answers = null, DateTimeOffset? date = null) =>
        ListMailReader.Read(
            Encoding.UTF8.GetBytes(Some.ListMail(
                subject, $"{id}@x", date: date, answers: answers is null ? null : $"{answers}@x")),
            null);

    private static IEnumerable<string> Threads(params ListMail[] mails) => MailThreads.Of(mails).Select(thread =>
        $"{Short(thread.Root)}: {string.Join(' ', thread.Mails.Select(Short))}");

    private static string Short(ListMail mail) => mail.Id.Split('@')[0];
}
