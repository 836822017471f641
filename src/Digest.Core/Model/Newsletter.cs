using Digest.Mail.Mime;

namespace Digest.Model;

/// <summary>
/// One publication: its settings, sections, sources and schedule, as read from its <c>newsletter.yml</c>.
/// </summary>
public sealed record Newsletter
{
    /// <summary>
    /// The name in commands, paths and addresses: the folder's name unless <c>slug</c> says otherwise.
    /// </summary>
    public required string Slug { get; init; }

    /// <summary>The absolute path of the folder that holds <c>newsletter.yml</c>.</summary>
    public required string Folder { get; init; }

    public required string Title { get; init; }

    /// <summary>A BCP 47 tag; dates, numerals, chrome and font stacks follow it.</summary>
    public required string Language { get; init; }

    public required Mailbox From { get; init; }

    /// <summary>Where answers are read; the sender if not set.</summary>
    public Mailbox? ReplyTo { get; init; }

    public string Description { get; init; } = "";

    /// <summary>The pattern of an issue's title after the newsletter's title, e.g. <c>第{number:chinese}期</c>.</summary>
    public required string Numbering { get; init; }

    public Schedule? Schedule { get; init; }

    /// <summary>Whether a run approves its draft itself. Manual unless the file says otherwise.</summary>
    public Approval Approve { get; init; } = Approval.Manual;

    /// <summary>The zone in which days begin and dates are shown: the schedule's, else UTC.</summary>
    public TimeZoneInfo Zone => Schedule?.Zone ?? TimeZoneInfo.Utc;

    public IReadOnlyList<SectionDefinition> Sections { get; init; } = [];

    public IReadOnlyList<SourceDefinition> Sources { get; init; } = [];

    /// <summary>What counts how much when items are put in order.</summary>
    public RankingWeights Ranking { get; init; } = RankingWeights.Default;

    /// <summary>What it makes of the rules that issues are checked by.</summary>
    public LintPolicy Lint { get; init; } = LintPolicy.Default;

    /// <summary>A subscriber file that every run imports; null where the list is kept by commands alone.</summary>
    public AudienceFile? Audience { get; init; }

    /// <summary>The sender's postal address for the foot of every letter; many laws ask for one.</summary>
    public string? PostalAddress { get; init; }

    public FeedSettings Feeds { get; init; } = new();

    /// <summary>The List-Id of RFC 2919, stable for ever: <c>slug.domain of the sender</c> unless set.</summary>
    public required string ListId { get; init; }

    /// <summary>
    /// The moment a run by hand takes for now unless <c>--at</c> names another: for samples and rehearsals.
    /// </summary>
    public DateTimeOffset? Clock { get; init; }
}
