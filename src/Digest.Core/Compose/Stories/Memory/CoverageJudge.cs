using Digest.Compose.Stories.Objects;
using Digest.Compose.Stories.Titles;
using Digest.Model;

namespace Digest.Compose.Stories.Memory;

/// <summary>
/// What a story is beside an earlier telling with which it shares a thing. A page is weak evidence: a page of rules is
/// linked by many stories, and milestones are linked by mistake.
/// </summary>
internal static class CoverageJudge
{
    private const float AlikeTexts = 0.6f;
    private const float SameTopic = 0.3f;

    /// <param name="key">What the story is, or is about; the earlier telling has it, too.</param>
    public static (CoverageKind Kind, string Reason) OfThing(Story story, string key, ToldText told)
    {
        var name = ObjectNames.Of(key);
        var text = StoryText.Of(story.Lead.Content);
        if (TitleComparer.HardVeto(text.Title, told.Text.Title) is { } veto)
        {
            return told.Text.Title.Parts.Count > 0 && text.Title.Parts.Count > 0
                ? (CoverageKind.FollowUp, $"same {name}, another part")
                : (CoverageKind.Reference, $"both link {name}, but {veto}: an equal address is no proof");
        }

        if (story.Items.Select(item => item.Content.Signals.Change).OfType<string>().FirstOrDefault() is { } now)
            return (CoverageKind.FollowUp, $"same {name}, now {now}");

        if (IsPlan(key) && story.Items.Any(item => item.Content.Kind == ItemKind.Change && IsNew(item, told)))
            return (CoverageKind.FollowUp, $"same {name}, a change for it");

        var likeness = TextComparer.Compare(text, told.Text);
        if (IsPageItself(story, key, text, told))
            return (CoverageKind.Repeat, $"same {name}");
        if (IsWeak(key) && likeness.Score < SameTopic && !IsTopical(story, key, told))
            return (CoverageKind.Reference, $"both link {name}, for different things: an equal address is no proof");
        if (HasNewThings(story, key, told.Telling))
            return (CoverageKind.FollowUp, $"same {name}, with new links");

        return IsToldAnew(story, key, text, told, likeness)
            ? (CoverageKind.FollowUp, $"same {name}, told anew")
            : (CoverageKind.Repeat, $"same {name}");
    }

    /// <summary>True if something in a story names or links that one thing and no other.</summary>
    public static bool TellsOn(Story story, string key) => story.Items.Any(item =>
        ItemKeys.Of(item.Content) is var keys && (keys.Sole == key || IsOnlyPlan(item, keys, key)));

    // A change fixes the one bug, or does a part of the one blueprint, that it names.
    private static bool IsOnlyPlan(Item item, ItemKeys keys, string key) => item.Content.Kind == ItemKind.Change
        && keys.Mentions.Where(IsPlan).ToList() is [var plan] && plan == key;

    private static bool IsPlan(string key) => KeyForm.KindOf(key) is "bug" or "blueprint" or "ticket";

    private static bool IsWeak(string key) => KeyForm.KindOf(key) is "page" or "wiki" or "pad" or "milestone";

    private static bool IsNew(Item item, ToldText told) =>
        ItemKeys.Of(item.Content).Own.Any(key => KeyForm.KindOf(key) == "change" && !told.Telling.Keys.Contains(key));

    // Words of two languages cannot be compared. Then it counts that the story is the page, and that the earlier
    // telling linked no other one.
    private static bool IsPageItself(Story story, string key, StoryText text, ToldText told) =>
        text.Title.Writing != told.Text.Title.Writing && KeyForm.KindOf(key) == "page" && told.Telling.Keys.Count == 1
        && story.Lead.Content.Kind != ItemKind.Page && ItemKeys.Of(story.Lead.Content).Address?.Key == key;

    // Both name what the address names, or they share two words of their own.
    private static bool IsTopical(Story story, string key, ToldText told)
    {
        var words = ToldText.WordsOf($"{story.Lead.Content.Title} {story.Lead.Content.Body}");
        var named = ToldText.WordsOfKey(key);
        return (named.Overlaps(words) && named.Overlaps(told.Words)) || words.Count(told.Words.Contains) >= 2;
    }

    // The links inside an article are the article's; those of a note are its news.
    private static bool HasNewThings(Story story, string key, Telling told) => story.Items
        .Select(item => ItemKeys.Of(item.Content))
        .SelectMany(keys => keys.Address is null ? keys.Subjects : keys.Own.Contains(key) ? [] : keys.Own)
        .Any(other => other != key && KeyForm.KindOf(other) != "message-hash" && !told.Keys.Contains(other));

    private static bool IsToldAnew(Story story, string key, StoryText text, ToldText told, Likeness likeness)
    {
        var content = story.Lead.Content;
        var isLiving = content.Kind is ItemKind.Page or ItemKind.Minutes && IsWeak(key);
        var isNote = AddressObject.Of(content.Url) is null && !IsWeak(key);
        return isLiving || (isNote && text.Title.Writing == told.Text.Title.Writing && likeness.Score < AlikeTexts);
    }
}
