using Digest.Run;

namespace Digest.Output;

/// <summary>What importing a list of feeds came to, with a line for each that was left out.</summary>
public static class SourceImportOutline
{
    private const int MostShown = 30;

    public static Outline Of(string newsletter, SourceImportReport report, bool isRehearsal)
    {
        var verb = isRehearsal ? "would be added" : "added";
        var refused = report.Refused.Count();
        var head = $"{newsletter}: {report.Added.Count()} {verb}, {report.Known.Count()} known, {refused} refused";
        return new Outline(head)
        {
            Path = report.File,
            Tone = refused == 0 ? Tone.Good : Tone.Warning,
            Children =
            [
                .. Some(report.Added, added => new Outline($"{added.Source.Id}: {added.Source.Url.AbsoluteUri}")),
                .. Some(report.Known, known =>
                    new Outline($"line {known.Feed.Line}: {known.Url} is source '{known.Source}' already")
                    {
                        Tone = Tone.Quiet,
                    }),
                .. Some(report.Refused, one =>
                    new Outline($"line {one.Feed.Line}: {one.Reason}") { Tone = Tone.Warning }),
                .. Some(report.Warnings, warning => new Outline(warning) { Tone = Tone.Warning }),
            ],
        };
    }

    private static IEnumerable<Outline> Some<T>(IEnumerable<T> all, Func<T, Outline> outline)
    {
        var list = all.ToList();
        var rest = list.Count - MostShown;
        return list.Take(MostShown).Select(outline).Concat(
            rest > 0 ? [new Outline($"and {rest} more; --json lists them all") { Tone = Tone.Quiet }] : []);
    }
}
