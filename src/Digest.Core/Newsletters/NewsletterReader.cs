using Digest.Markup;
using Digest.Model;

namespace Digest.Newsletters;

/// <summary>Reads one <c>newsletter.yml</c> and checks all of it, however early the first error is.</summary>
internal sealed class NewsletterReader(ICronCheck cron, IReadOnlyList<SourceKind> sourceKinds)
{
    private const string DateForms = "write a date such as 2026-11-08 or a moment such as 2026-11-08T09:00:00+08:00";

    private static readonly string[] MailboxKeys = ["name", "address"];
    private static readonly string[] AudienceKeys = ["file", "consent"];

    private static readonly string[] Keys =
    [
        "title", "language", "from", "reply_to", "slug", "description", "numbering", "schedule", "sections", "sources",
        "ranking", "lint", "audience", "postal_address", "list_id", "clock", "feeds",
    ];

    /// <param name="folder">The absolute path of the folder that holds the file.</param>
    /// <returns>Null if anything is wrong; the errors say what.</returns>
    public Newsletter? Read(string folder, string text, SettingsErrors errors)
    {
        if (SettingsYaml.Read(text, errors) is not { } node)
            return null;

        var top = new SettingsMap(node, "", errors, Keys);
        var required = Required(top, folder, errors);
        var optional = Optional(top, folder, errors);
        return errors.Count == 0 && required is not null ? optional(required) : null;
    }

    private static Newsletter? Required(SettingsMap top, string folder, SettingsErrors errors)
    {
        var title = TextRules.Line(top.RequiredText("title", "My newsletter"), errors);
        var language = TextRules.Language(top.RequiredText("language", "en"), errors);
        var from = TextRules.Mailbox(top.RequiredMap("from", MailboxKeys), errors);
        var slug = TextRules.Slug(top.Text("slug") ?? FolderName(top, folder), errors);
        return title is null || language is null || from is null || slug is null
            ? null
            : new Newsletter
            {
                Slug = slug,
                Folder = folder,
                Title = title,
                Language = language,
                From = from,
                Numbering = NumberingDefaults.For(language),
                ListId = $"{slug}.{from.Address.Domain}",
            };
    }

    /// <summary>Reads what can be left out; the result puts it into a newsletter, if one comes of it.</summary>
    private Func<Newsletter, Newsletter> Optional(SettingsMap top, string folder, SettingsErrors errors)
    {
        var replyTo = TextRules.Mailbox(top.Map("reply_to", MailboxKeys), errors);
        var description = TextRules.Paragraph(top.Text("description"), errors);
        var numbering = TextRules.Checked(top.Text("numbering"), NumberingFault, errors);
        var postalAddress = TextRules.Paragraph(top.Text("postal_address"), errors);
        var listId = TextRules.ListId(top.Text("list_id"), errors);
        var (schedule, approve) = new ScheduleSettings(cron).Read(top, errors);
        var audience = Audience(top, folder, errors);
        var clock = Clock(top.Text("clock"), schedule?.Zone ?? TimeZoneInfo.Utc, errors);
        var feeds = FeedSettingsReader.Read(top, errors);
        var content = Content(top, folder, errors);
        return newsletter => content(newsletter) with
        {
            ReplyTo = replyTo,
            Description = description ?? "",
            Numbering = numbering ?? newsletter.Numbering,
            PostalAddress = postalAddress,
            ListId = listId ?? newsletter.ListId,
            Schedule = schedule,
            Approve = approve,
            Audience = audience,
            Clock = clock,
            Feeds = feeds,
        };
    }

    private Func<Newsletter, Newsletter> Content(SettingsMap top, string folder, SettingsErrors errors)
    {
        var reader = new SourceSettings(folder, sourceKinds, errors);
        var sources = reader.Read(top);
        var sections = new SectionSettings(reader.Ids, errors).Read(top);
        var editing = new EditingSettings(errors);
        var ranking = editing.Ranking(top);
        var lint = editing.Lint(top);
        return newsletter => newsletter with
        {
            Sources = sources,
            Sections = sections,
            Ranking = ranking,
            Lint = lint,
        };
    }

    private static SettingsText FolderName(SettingsMap top, string folder) =>
        new(Path.GetFileName(folder), top.Line, top.KeyOf("slug"));

    private static string? NumberingFault(string pattern) => pattern.Any(char.IsControl)
        ? "holds a line break or control character; write it on one line"
        : IssueNumbering.Check(pattern);

    private static AudienceFile? Audience(SettingsMap top, string folder, SettingsErrors errors)
    {
        if (top.Map("audience", AudienceKeys) is not { } map)
            return null;

        var file = map.RequiredText("file", "subscribers.csv");
        var consent = TextRules.Line(map.RequiredText("consent", "sign-up form of our site, 2026"), errors);
        var place = file is null ? null : FolderPlace.Resolve(folder, file, errors);
        if (place is not null && !File.Exists(place))
            errors.Add(file!, $"there is no file {place}; make it, or correct the path (it is relative to {folder})");

        return place is null || consent is null ? null : new AudienceFile(place, consent);
    }

    private static DateTimeOffset? Clock(SettingsText? value, TimeZoneInfo zone, SettingsErrors errors)
    {
        if (value is null)
            return null;

        // A date alone means its end: what happened on that day is in the issue.
        var moment = MarkdownDate.Read($"{value.Text} 23:59:59", zone) ?? MarkdownDate.Read(value.Text, zone);
        if (moment is null)
            errors.Add(value, $"'{value.Text}' is no moment; {DateForms}");

        return moment;
    }
}
