using Digest.Mail.Mime;
using Digest.Model;

namespace Digest.IntegrationTests.Storage;

/// <summary>Values to store.</summary>
internal static class Stored
{
    public static DateTimeOffset Now { get; } = new(2026, 11, 13, 10, 0, 0, TimeSpan.Zero);

    public static GatheredItem Item(string externalId = "a", string title = "Nova 发布") => new()
    {
        ExternalId = externalId,
        Title = title,
        Url = $"https://nova.example/{externalId}",
        Body = "一段 *Markdown*",
        Tags = ["nova", "发布"],
        Published = Now.AddDays(-1),
    };

    public static Subscriber Reader(string address = "reader@example.com", string newsletter = "weekly") => new()
    {
        Id = $"{newsletter}-{address}",
        Newsletter = newsletter,
        Mailbox = new Mailbox("读者", EmailAddress.Parse(address)),
        Language = "ja",
        Topics = ["nova", "swift"],
        TimeZone = "Asia/Tokyo",
        Consent = "a form",
        Created = Now,
    };

    public static Suppression SuppressionOf(string address = "reader@example.com", string reason = "bounce") =>
        new(AddressHash.Of(EmailAddress.Parse(address)), reason, "550 5.1.1 unknown", Now);

    public static FrozenIssue Frozen(Issue issue, params string[] itemIds) => new()
    {
        Issue = issue with { State = IssueState.Approved, Approved = issue.CutOff, ContentHash = "c0ffee" },
        Language = "zh-CN",
        Subject = issue.Title,
        Preheader = "本周的消息",
        Html = "<p>你好 \"&\" 再见</p>",
        Text = "你好\n",
        Page = "<!doctype html><p>你好</p>",
        Summary = "你好",
        BodyHtml = "<p>你好</p>",
        Stories =
        [
            new FrozenStory
            {
                Id = $"{issue.Id}#1",
                Anchor = "s1",
                Title = "你好",
                Section = ["社区跟踪", "Nova"],
                Html = "<p>你好</p>",
                Language = "zh-CN",
            },
        ],
        ItemIds = itemIds,
    };

    public static string IdOf(string externalId, string newsletter = "weekly", string source = "planet") =>
        ItemId.Of(newsletter, source, externalId);
}
