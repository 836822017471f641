namespace Digest.Model;

/// <summary>When a newsletter runs by itself.</summary>
/// <param name="Cron">A Quartz cron expression of six or seven fields, seconds first.</param>
/// <param name="Zone">The time zone the expression is read in.</param>
/// <param name="Missed">What happens to a run whose moment passed while the worker was down.</param>
public sealed record Schedule(string Cron, TimeZoneInfo Zone, MissedRun Missed);
