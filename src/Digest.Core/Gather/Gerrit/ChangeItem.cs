using System.Globalization;
using System.Text.Json;
using Digest.Gather.Json;
using Digest.Markup;
using Digest.Model;

namespace Digest.Gather.Gerrit;

/// <summary>Turns a change into an item. Does no I/O.</summary>
internal sealed class ChangeItem(SourceDefinition source, GerritSettings settings, Uri web)
{
    private readonly CommitMentions _mentions = new(web.IdnHost, settings.Tracker);

    /// <param name="change">A ChangeInfo (rest-api-changes.html#change-info) with its <c>_number</c>.</param>
    /// <param name="status">The state that was searched for: in it lies the news.</param>
    /// <param name="number">The change's number on its server.</param>
    public GatheredItem Of(JsonElement change, string status, long number)
    {
        var project = change.Text("project") ?? "";
        var topic = change.Text("topic");
        var message = CommitMessage.Parse(MessageOf(change) ?? "");
        var talk = new ChangeTalk(change);
        return new GatheredItem
        {
            ExternalId = FormattableString.Invariant($"{number}@{status}"),
            Title = Title(change.Text("subject") ?? message.Subject, number),
            Url = Address(change, project, number),
            Body = PlainText.ToMarkdown(message.Body),
            Author = Author(change),
            Language = LanguageTag.FirstOf(source.Language),
            Tags = ItemTags.Union(
                [LastName(project), change.Text("branch") ?? "", topic ?? ""],
                change.Part("hashtags").Entries().Select(tag => tag.AsText() ?? ""),
                source.Tags),
            Published = Moment(change, status, talk),
            Kind = ItemKind.Change,
            Objects = Objects(change, number),
            Mentions = _mentions.Of(message, topic, LastName(project)),
            Signals = new ItemSignals
            {
                Participants = talk.Participants is > 0 and var people ? people : null,
                Replies = talk.Replies,
                Change = News(status),
            },
        };
    }

    /// <summary>When the change came into its state; null if the server does not say.</summary>
    public static DateTimeOffset? Moment(JsonElement change, string status, ChangeTalk talk) => status switch
    {
        GerritSettings.Merged => GerritTime.Parse(change.Text("submitted"))
            ?? talk.TimeOf("merged", "Change has been successfully ")
            ?? GerritTime.Parse(change.Text("updated")),
        GerritSettings.Open => talk.TimeOf("setReadyForReview", "") ?? GerritTime.Parse(change.Text("created")),
        _ => talk.TimeOf("abandon", "Abandoned") ?? GerritTime.Parse(change.Text("updated")),
    };

    private static string Title(string subject, long number)
    {
        var title = PlainLine.Of(subject);
        return title.Length > 0 ? title : FormattableString.Invariant($"Change {number}");
    }

    private string Address(JsonElement change, string project, long number)
    {
        // Both fields went away long before addresses got the project's name.
        var isOld = change.Text("_sortkey") is not null || change.Text("kind") is not null;
        var name = string.Join('/', project.Split('/').Select(Uri.EscapeDataString));
        var digits = number.ToString(CultureInfo.InvariantCulture);
        return new Uri(web, isOld || name.Length == 0 ? $"#/c/{digits}/" : $"c/{name}/+/{digits}").AbsoluteUri;
    }

    private static string? Author(JsonElement change)
    {
        var owner = change.Part("owner");
        var name = PlainLine.Of(owner.Text("name") ?? owner.Text("username")
            ?? CommitOf(change).Part("author").Text("name") ?? "");
        return name.Length > 0 ? name : null;
    }

    private List<string> Objects(JsonElement change, long number) =>
        change.Text("change_id") is { } id
            ? [ObjectKey.Change(web.IdnHost, number), ObjectKey.ChangeId(id)]
            : [ObjectKey.Change(web.IdnHost, number)];

    // Somebody who reads only of what is merged need not be told that it is.
    private string? News(string status) => status switch
    {
        GerritSettings.Abandoned => "open → abandoned",
        GerritSettings.Merged when settings.Statuses.Contains(GerritSettings.Open) => "open → merged",
        _ => null,
    };

    private static string? MessageOf(JsonElement change) => CommitOf(change).Text("message");

    private static JsonElement CommitOf(JsonElement change)
    {
        var revisions = change.Part("revisions");
        var current = change.Text("current_revision") is { } hash ? revisions.Part(hash) : default;
        return (current.IsObject() ? current : revisions.Members().FirstOrDefault().Value).Part("commit");
    }

    private static string LastName(string project) => project[(project.LastIndexOf('/') + 1)..];
}
