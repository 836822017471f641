using Digest.Compose;
using Digest.Deliver;
using Digest.Gather;
using Digest.Model;
using Digest.Publish;
using Digest.Run;

namespace Digest.Testing;

public static partial class Some
{
    public static RunReport RunReport() => new()
    {
        Newsletter = "weekly",
        Now = new DateTimeOffset(2026, 11, 13, 10, 0, 0, TimeSpan.Zero),
        State = RunState.PartlyDone,
        Gather = new GatherReport(
        [
            new SourceResult { SourceId = "planet", Read = 12, New = 8, HeldBack = 2 },
            new SourceResult { SourceId = "notes", Error = "sources/notes: there is no such folder" },
        ]),
        Compose = new ComposeOutcome.Drafted(
            Issue(), "/digests/weekly/issues/001.md", IsNew: true, Added: 8, Merged: 1),
        Issue = Issue() with
        {
            State = IssueState.Sending,
            Approved = new DateTimeOffset(2026, 11, 13, 10, 0, 0, TimeSpan.Zero),
            ContentHash = new string('a', 64),
        },
        Sections = [new SectionCount("业界动态", 5), new SectionCount("社区跟踪 › Nova", 3)],
        Publish = new PublishReport("/digests/weekly/public", ["001.html", "index.html", "feed.xml"], 3),
        Delivery = new DeliveryReport(
            new LetterCounts { Accepted = 6, Deferred = 1, Suppressed = 1 }, "/data/outbox/weekly-1", Halted: null),
    };
}
