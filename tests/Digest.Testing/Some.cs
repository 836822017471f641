using Digest.Mail.Mime;
using Digest.Model;

namespace Digest.Testing;

/// <summary>Values for tests where any will do.</summary>
public static partial class Some
{
    public static Mailbox Mailbox(string address = "reader@example.com", string? name = null) =>
        new(name, EmailAddress.Parse(address));

    public static Newsletter Newsletter(string slug = "weekly") => new()
    {
        Slug = slug,
        Folder = $"/digests/{slug}",
        Title = "社区动态周刊",
        Language = "zh-CN",
        From = Mailbox("weekly@news.example", "社区动态"),
        Numbering = "第{number:chinese}期({from:MM.dd}-{to:MM.dd})",
        ListId = $"{slug}.news.example",
    };

    public static Issue Issue(string newsletter = "weekly", int number = 1) => new()
    {
        Ref = new IssueRef(newsletter, $"{number}"),
        Number = number,
        Id = $"tag:news.example,2026:{newsletter}/{number}",
        Title = $"社区动态周刊第{number}期",
        From = new DateOnly(2026, 11, 7),
        To = new DateOnly(2026, 11, 13),
        CutOff = new DateTimeOffset(2026, 11, 13, 10, 0, 0, TimeSpan.Zero),
        Created = new DateTimeOffset(2026, 11, 13, 10, 0, 0, TimeSpan.Zero),
    };
}
