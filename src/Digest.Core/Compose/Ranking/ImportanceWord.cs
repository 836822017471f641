namespace Digest.Compose.Ranking;

/// <summary>What trackers call a thing's weight: Launchpad, Bugzilla, GitLab and people's labels.</summary>
internal static class ImportanceWord
{
    /// <summary>3 for the highest down to 0 for low, undecided and unknown words.</summary>
    public static int StepsOf(string? word) => word?.Trim().ToLowerInvariant() switch
    {
        "critical" or "blocker" or "essential" or "urgent" or "severity::1" or "p0" or "严重" or "緊急" or "紧急" => 3,
        "high" or "major" or "important" or "severity::2" or "p1" or "高" or "重要" => 2,
        "medium" or "normal" or "severity::3" or "p2" or "中" => 1,
        _ => 0,
    };
}
