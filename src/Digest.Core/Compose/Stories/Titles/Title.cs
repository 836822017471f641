namespace Digest.Compose.Stories.Titles;

/// <summary>A title made ready for comparing: its units in order, its words, and what may not differ.</summary>
internal sealed record Title
{
    public required Writing Writing { get; init; }

    /// <summary>In the order of the title.</summary>
    public required Unit[] Units { get; init; }

    /// <summary>Words, numbers and pairs of signs, each with its weight, by hash; no hash twice.</summary>
    public required Unit[] Bag { get; init; }

    /// <summary>The sum of the bag.</summary>
    public required float Weight { get; init; }

    /// <summary>In the form in which versions are compared.</summary>
    public required IReadOnlySet<string> Versions { get; init; }

    /// <summary>Whole numbers, days and months among them.</summary>
    public required IReadOnlySet<string> Numbers { get; init; }

    public required IReadOnlyList<int> Parts { get; init; }

    /// <summary>What stands in quotation marks or title brackets.</summary>
    public required IReadOnlySet<string> Quoted { get; init; }

    /// <summary>True if a mark in front says that it answers, forwards or reposts another one.</summary>
    public required bool IsAnswer { get; init; }

    /// <summary>True if it says that something is not so.</summary>
    public required bool IsDenial { get; init; }

    /// <summary>True if too little is left of it once what everybody says is taken off.</summary>
    public required bool IsBare { get; init; }
}
