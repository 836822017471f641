using Digest.Compose;
using Digest.Deliver;
using Digest.Gather;
using Digest.Lint;
using Digest.Model;
using Digest.Run;

namespace Digest.Output;

/// <summary>
/// What a run did, as an outline: stages, sources, sections, letters by state, and where every result lies.
/// </summary>
public static class RunOutline
{
    private const int ShownHash = 12;

    private static readonly Outline FirstSource = new(
        "next: name a source in newsletter.yml, such as "
        + "sources: [ { id: notes, type: markdown, path: sources/notes } ], "
        + "or write an issue by hand: digest issues new")
    {
        Tone = Tone.Warning,
    };

    /// <param name="zone">The newsletter's, in which people read its times.</param>
    public static Outline Of(RunReport report, TimeZoneInfo zone)
    {
        var stages = new List<Outline>();
        if (report.Gather is not null)
            stages.Add(Gather(report.Gather));
        if (report.Compose is not null)
            stages.Add(Draft(report));
        if (report.Lint is { } lint)
            stages.Add(Lint(lint));
        if (report.Issue is { ContentHash: { } hash, Approved: { } approved })
            stages.Add(new Outline($"approve: frozen {Moments.Of(approved, zone)}, sha256 {hash[..ShownHash]}"));
        if (report.Audience is { } audience)
            stages.Add(ImportOutline.Of("subscribers", audience));
        if (report.Publish is { } publish)
            stages.Add(PublishOutline.Of(publish, report.Issue?.Ref));
        stages.AddRange(report.Earlier.Select(earlier => DeliveryOutline.Of(earlier.Issue, earlier.Delivery, zone)));
        if (report is { Delivery: { } delivery, Issue: { } sent })
            stages.Add(DeliveryOutline.Of(sent.Ref, delivery, zone));
        if (report.Error is not null)
            stages.Add(new Outline($"stopped: {report.Error}") { Tone = Tone.Bad });

        return new Outline(Title(report)) { Tone = ToneOf(report.State), Children = stages };
    }

    private static string Title(RunReport report) => report switch
    {
        { Error: not null } => $"{report.Newsletter}: failed",
        { Issue: { } issue } => $"{report.Newsletter}: {issue.Title}, {IssueJson.Word(issue.State)}",
        { Compose: ComposeOutcome.NothingNew { Last: { } last } } =>
            $"{report.Newsletter}: nothing new since {last.Ref}",
        { Compose: ComposeOutcome.NothingNew } => $"{report.Newsletter}: nothing new",
        _ => report.Newsletter,
    };

    private static Tone ToneOf(RunState state) => state switch
    {
        RunState.Failed => Tone.Bad,
        RunState.PartlyDone => Tone.Warning,
        _ => Tone.Good,
    };

    private static Outline Gather(GatherReport gather)
    {
        var failed = gather.Sources.Count(source => source.Error is not null);
        var note = failed == 0 ? "" : $", {failed} failed";
        return new Outline($"gather: {Counted.Of(gather.Sources.Count, "source")}, {gather.NewItems} new{note}")
        {
            Tone = failed == 0 ? Tone.Plain : Tone.Warning,
            Children = [.. gather.Sources.Select(SourceOutline.Of)],
        };
    }

    private static Outline Draft(RunReport report) => report.Compose switch
    {
        ComposeOutcome.Drafted drafted => new Outline(DraftText(drafted))
        {
            Path = drafted.Path,
            Children =
            [
                .. report.Sections.Select(Section),
                .. drafted.Hints.Select(hint => new Outline(hint) { Tone = Tone.Warning }),
                .. CandidateOutline.PassedOver(drafted.PassedOver),
                .. NextStep(report, drafted),
            ],
        },
        ComposeOutcome.NothingNew nothing => new Outline(NothingText(nothing.Last))
        {
            Children = nothing.HasSources ? [] : [FirstSource],
        },
        _ => new Outline("draft: nothing new"),
    };

    private static Outline Lint(LintReport lint) => lint.Errors.Count == 0
        ? new Outline($"lint: {LintOutline.Counts(lint)}" + (lint.Findings is [] ? "" : $": digest lint {lint.Issue}"))
        : new Outline($"approve: refused, {LintOutline.Counts(lint)}; correct them, then digest approve {lint.Issue}")
        {
            Tone = Tone.Bad,
            Path = lint.Path,
            Children = LintOutline.Errors(lint),
        };

    private static string NothingText(Issue? last) =>
        last is null ? "draft: nothing new" : $"draft: nothing new since {last.Ref} ({last.Title})";

    private static string DraftText(ComposeOutcome.Drafted drafted)
    {
        var merged = drafted.Merged == 0 ? "" : $", {drafted.Merged} merged";
        var kind = drafted.IsNew ? "new" : "open";
        return $"draft: {kind}, {Counted.Of(drafted.Added, "item")} added{merged}";
    }

    private static Outline Section(SectionCount section) =>
        new($"{(section.Section.Length == 0 ? "(before the first heading)" : section.Section)}: {section.Items}");

    private static IEnumerable<Outline> NextStep(RunReport report, ComposeOutcome.Drafted drafted)
    {
        if (report.Error is not null || report.Issue is not { State: IssueState.Draft })
            return [];

        var issue = drafted.Issue.Ref;
        var next = $"next: edit the file, check it with digest lint {issue}, then digest approve {issue}";
        return [new Outline(next) { Tone = Tone.Warning }];
    }
}
