using Digest.Compose;
using Digest.Compose.Stories;
using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Compose;

/// <summary>Sections with a limit, and what waits because of it.</summary>
public sealed partial class ComposerTests
{
    [Fact]
    public async Task Full_section_takes_the_best_and_the_others_wait_with_their_reasons()
    {
        _store.Add(Enumerable.Range(1, 5).Select(Replied).ToArray());

        var drafted = await Limited(2).DraftAsync();

        Assert.Equal(2, drafted.Added);
        Assert.Equal(["Item 3", "Item 2", "Item 1"], drafted.PassedOver.Select(one => one.Title));
        Assert.StartsWith("4 replies", drafted.PassedOver[0].Reasons, StringComparison.Ordinal);
        Assert.Equal(2, _store.Offered.Count);
        Assert.True(
            Text().IndexOf("Item 5", StringComparison.Ordinal) < Text().IndexOf("Item 4", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Item_taken_out_of_a_full_section_makes_room_for_the_next()
    {
        _store.Add(Enumerable.Range(1, 3).Select(Replied).ToArray());
        var path = (await Limited(2).DraftAsync()).Path;
        var kept = string.Concat(Text().Split("<!-- item:").Select((part, i) => i switch
        {
            0 => part,
            1 => "<!-- item:" + part,
            _ => "",
        }));
        await File.WriteAllTextAsync(path, kept, Token);

        var drafted = await DraftAsync();

        Assert.Equal((1, 0), (drafted.Added, drafted.PassedOver.Count));
        Assert.StartsWith(kept, Text(), StringComparison.Ordinal);
        Assert.Contains("Item 1", Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Editor_puts_a_waiting_item_into_a_full_section()
    {
        _store.Add(Enumerable.Range(1, 3).Select(Replied).ToArray());
        var waiting = (await Limited(2).DraftAsync()).PassedOver.Single();

        await _store.Composer.DraftAsync(_newsletter, Now, [waiting.ItemId], Token);

        Assert.Contains("Item 1", Text(), StringComparison.Ordinal);
        await Assert.ThrowsAsync<DigestException>(
            () => _store.Composer.DraftAsync(_newsletter, Now, ["0123456789ab"], Token));
    }

    [Fact]
    public async Task Item_that_had_its_chance_in_an_earlier_issue_rests_when_passed_over_again()
    {
        _store.Put(Some.Issue() with { State = IssueState.Sent, CutOff = Now.AddDays(-3) });
        _store.Add(Enumerable.Range(1, 3).Select(Replied).ToArray());

        var drafted = await Limited(2).DraftAsync();

        Assert.True(Assert.Single(drafted.PassedOver).Rests);
        Assert.Equal(3, _store.Offered.Count);
    }

    [Fact]
    public async Task Without_an_editor_nothing_waits_that_would_open_an_issue_of_leftovers()
    {
        _store.Add(Enumerable.Range(1, 3).Select(Replied).ToArray());
        _newsletter = _newsletter with { Approve = Approval.Automatic };

        Assert.True(Assert.Single((await Limited(2).DraftAsync()).PassedOver).Rests);
    }

    [Fact]
    public async Task Dropped_candidate_is_offered_to_no_issue_any_more()
    {
        _store.Add(Enumerable.Range(1, 3).Select(Replied).ToArray());
        var desk = new CandidateDesk(_store, new StoryMemory(_store, _store));
        await Assert.ThrowsAsync<DigestException>(() => desk.DropAsync(_newsletter, ["x"], Now, Token));
        var waiting = (await Limited(2).DraftAsync()).PassedOver.Single();
        Assert.Equal(waiting.ItemId, Assert.Single(await desk.ListAsync(_newsletter, Now, Token)).ItemId);

        await desk.DropAsync(_newsletter, [waiting.ItemId], Now, Token);

        Assert.Empty(await desk.ListAsync(_newsletter, Now, Token));
    }

    private static Item Replied(int number)
    {
        var item = Some.Item($"Item {number}");
        var signals = new ItemSignals { Replies = 1 << (number - 1) };
        return item with { Content = item.Content with { Signals = signals } };
    }

    private ComposerTests Limited(int most)
    {
        _newsletter = _newsletter with
        {
            Sections = [_newsletter.Sections[0] with { Most = most }, .. _newsletter.Sections.Skip(1)],
        };
        return this;
    }
}
