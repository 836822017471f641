using System.Globalization;
using System.Text.Json;
using Digest.Gather.Json;
using Digest.Markup;
using Digest.Model;

namespace Digest.Gather.Launchpad;

/// <summary>Turns news of a bug into an item. Does no I/O.</summary>
internal sealed class BugItem(SourceDefinition source, DateTimeOffset now)
{
    /// <summary>The host that stands in the keys of Launchpad's bugs, whichever of its hosts named them.</summary>
    public const string Tracker = "bugs.launchpad.net";

    /// <param name="news">What happened.</param>
    /// <param name="details">The bug itself; nothing if it was not asked for.</param>
    public GatheredItem Of(BugNews news, JsonElement details)
    {
        var task = news.Task;
        var host = HostOf(task);
        return new GatheredItem
        {
            ExternalId = ExternalId(news),
            Title = Title(details.Line("title") ?? task.Title, task.Number),
            Url = task.Page ?? FormattableString.Invariant($"https://{Tracker}/bugs/{task.Number}"),
            Body = PlainText.ToMarkdown(details.Value("description")),
            Author = details.LinkName("owner_link") ?? task.Owner,
            Language = LanguageTag.FirstOf(source.Language),
            Tags = ItemTags.Union(
                [task.Target], details.Part("tags").Entries().Select(tag => tag.AsText() ?? ""), source.Tags),
            Published = Moment(news),
            Kind = ItemKind.Bug,
            Objects = [ObjectKey.Bug(host, task.Number)],
            Mentions = DuplicateOf(details) is { } other ? [ObjectKey.Bug(host, other)] : [],
            Signals = new ItemSignals
            {
                Replies = Replies(details),
                Milestone = task.Milestone,
                Importance = task.Importance is "Undecided" or "Unknown" ? null : task.Importance,
                Change = Change(news, details),
            },
        };
    }

    // A state that a bug comes into again is told again, so it carries its moment; a bug is new but once.
    private string ExternalId(BugNews news)
    {
        var key = BugWatch.Key(news.Task);
        if (news.Change is null)
            return $"{key}@{BugNews.New}";

        var isMove = news.Change.Contains('→');
        var stamp = isMove ? now : news.Task.Moved ?? now;
        return $"{key}@{news.State}/{LaunchpadServer.Time(stamp)}";
    }

    // Held-back items are not offered again by a connector that remembers having told them.
    private DateTimeOffset? Moment(BugNews news)
    {
        var moment = news.Change is null ? news.Task.Created : news.Task.Moved;
        return moment > now ? now : moment;
    }

    private static string? Change(BugNews news, JsonElement details)
    {
        if (DuplicateOf(details) is not { } other)
            return news.Change;

        var repeats = FormattableString.Invariant($"duplicate of bug {other}");
        return news.Change is null ? repeats : $"{news.Change}; {repeats}";
    }

    // The description is the first message.
    private static int? Replies(JsonElement details) =>
        details.Number("message_count") is >= 1 and <= int.MaxValue and var messages ? (int)messages - 1 : null;

    private static long? DuplicateOf(JsonElement details) =>
        long.TryParse(
            details.LinkName("duplicate_of_link"), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static string HostOf(BugTask task) =>
        task.Page is { } page && new Uri(page).IdnHost is var host && host != "launchpad.net" ? host : Tracker;

    private static string Title(string title, long number)
    {
        var line = PlainLine.Of(title);
        return line.Length > 0 ? line : FormattableString.Invariant($"Bug {number}");
    }
}
