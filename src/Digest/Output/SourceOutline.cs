using Digest.Gather;

namespace Digest.Output;

/// <summary>One source's line, with a line below it for every warning.</summary>
public static class SourceOutline
{
    public static Outline Of(SourceResult source) => new(Text(source))
    {
        Tone = source switch
        {
            { Error: not null } => Tone.Bad,
            { NotAsked: not null } => Tone.Warning,
            _ => Tone.Plain,
        },
        Children = [.. source.Warnings.Select(warning => new Outline(warning) { Tone = Tone.Warning })],
    };

    /// <summary>One line without its warnings.</summary>
    public static string Text(SourceResult source) => source switch
    {
        { Error: { } error } => $"{source.SourceId}: not read: {error}",
        { NotAsked: { } reason } => $"{source.SourceId}: {reason}",
        { Unchanged: true } => $"{source.SourceId}: unchanged",
        { HeldBack: 0 } => $"{source.SourceId}: {source.Read} read, {source.New} new",
        _ => $"{source.SourceId}: {source.Read} read, {source.New} new, {source.HeldBack} dated later",
    };
}
