namespace Digest.Compose.Stories.Titles;

/// <summary>
/// Whether two items tell one story, by their words alone. A title says most; where both have a text, it makes a close
/// case clearer either way. A wrong merge hides news and a missed one only repeats it, so that doubt keeps apart.
/// </summary>
internal static class TextComparer
{
    /// <summary>From here on two items are one story.</summary>
    public const float Alike = 0.68f;

    private const float LeastForBody = 0.25f;
    private const float Certain = 0.99f;
    private const float LeastTitle = 0.45f;
    private const float UsualBody = 0.2f;
    private const float BodyShare = 0.4f;
    private const float LeastBody = 5f;
    private const float LongTitle = 2.6f;
    private const float LeastSaidAlike = 0.4f;
    private const float LeastOfNote = 1.5f;
    private const float SameBody = 0.85f;
    private const float LongBody = 15f;

    /// <summary>A score of <see cref="Alike"/> or more, with no veto, is one story.</summary>
    public static Likeness Compare(StoryText one, StoryText other)
    {
        if (one.Title.IsBare || other.Title.IsBare)
            return new Likeness(0, "says too little");

        var title = TitleComparer.Compare(one.Title, other.Title);
        var isCertain = title.Score >= Certain && MathF.Min(one.Title.Weight, other.Title.Weight) >= LongTitle;
        if (title.Veto is not null || title.Score < LeastForBody || isCertain)
            return title;

        var (weight, otherWeight) = (WeightOf(one.Body), WeightOf(other.Body));
        if (title.Score >= Certain)
            return AreTwoTexts(one, other) ? new Likeness(0, "one title for two texts") : title;
        if (weight < LeastBody || otherWeight < LeastBody)
            return title;

        var body = TitleComparer.Dice(one.Body, other.Body);
        if (body >= SameBody && weight >= LongBody && otherWeight >= LongBody)
            return new Likeness(body, null);

        var score = title.Score + (BodyShare * (body - UsualBody));
        return title.Score < LeastTitle ? title : new Likeness(Math.Clamp(score, 0, 1), null);
    }

    // "Hello world" and "PTL candidacy" are said by everyone.
    private static bool AreTwoTexts(StoryText one, StoryText other) =>
        WeightOf(one.Body) >= LeastOfNote && WeightOf(other.Body) >= LeastOfNote
        && TitleComparer.Dice(one.Body, other.Body) < LeastSaidAlike;

    private static float WeightOf(Unit[] bag) => bag.Sum(unit => unit.Weight);
}
