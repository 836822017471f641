using Digest.Gather.Web;
using Digest.Model;

namespace Digest.Gather.MediaWiki;

/// <summary>
/// The connector <c>mediawiki</c>: edited and new pages of a wiki, of some of its namespaces, of a category, or named
/// pages alone.
/// </summary>
internal sealed class MediaWikiSourceReader(WebSessions sessions) : WebSourceReader(sessions)
{
    public const string Bots = "bots";
    public const string Minor = "minor";
    public const string Namespaces = "namespaces";
    private const string Pages = "pages";
    private const string Category = "category";
    private const string What = "what";

    // What wikis keep of their recent changes unless told otherwise.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public static SourceKind Kind { get; } = new()
    {
        Type = "mediawiki",
        Place = SourcePlace.Url,
        Example = "url: https://wiki.example.org/w/api.php",
        Settings =
        [
            new SourceSetting(Pages, "[Roadmap]") { IsList = true, Check = TitleFault },
            new SourceSetting(Namespaces, "[0, 4]") { IsList = true, Check = SettingRules.WholeNumber(0, 9999) },
            new SourceSetting(Category, "Category:Meetings") { Check = TitleFault },
            new SourceSetting(What, "new") { Check = SettingRules.OneOf("new", "all") },
            new SourceSetting(Minor, "true") { Check = SettingRules.Flag },
            new SourceSetting(Bots, "true") { Check = SettingRules.Flag },
            SourceSecrets.TokenSetting,
        ],
    };

    public override string Type => Kind.Type;

    protected override async Task<FetchOutcome> ReadAsync(
        SourceRequest request, WebSession web, CancellationToken cancellationToken)
    {
        var door = await WikiDoor.FindAsync(request.Source.Url!, web, cancellationToken);
        var questions = new WikiQuestions(new WikiApi(web, door), request);
        var site = await questions.SiteAsync(cancellationToken);
        var changes = await ChangesAsync(request, questions, cancellationToken);
        var told = WikiMemory.Read(request.State.Memory).Told.ToHashSet();
        var onlyNew = request.Source.Settings.Text(What) == "new";
        var fresh = changes.Where(change => !told.Contains(change.Revision) && (change.IsNew || !onlyNew));
        return new FetchOutcome.Fetched(WikiItems.Of(fresh, site, request.Source), questions.Warnings)
        {
            Memory = WikiMemory.Of(changes),
        };
    }

    private static async Task<IReadOnlyList<WikiChange>> ChangesAsync(
        SourceRequest request, WikiQuestions questions, CancellationToken cancellationToken)
    {
        var settings = request.Source.Settings;
        var changes = new List<WikiChange>();
        foreach (var title in settings.Texts(Pages).Distinct(StringComparer.Ordinal))
            changes.AddRange(await questions.HistoryAsync(title, cancellationToken));

        if (settings.Texts(Pages).Count > 0 && settings.Text(Category) is null)
            return changes;

        questions.WarnOfLoss(request.Now - request.Since > Kept);
        var recent = await questions.RecentAsync(cancellationToken);
        if (settings.Text(Category) is not { } category)
            return recent;

        var members = await questions.MembersAsync(category, cancellationToken);
        return [.. changes, .. recent.Where(change => members.Contains(change.Title))];
    }

    private static string? TitleFault(string title) =>
        title.Length is > 0 and <= 255 && title.IndexOfAny(['#', '<', '>', '[', ']', '|', '{', '}']) < 0
            ? null
            : $"'{title}' is no title of a page; write it as the page shows it, such as Roadmap";
}
