using Digest.Model;

namespace Digest.Newsletters;

/// <summary>Reads <c>schedule</c>: when a newsletter runs, in which zone, and who approves.</summary>
internal sealed class ScheduleSettings(ICronCheck cron)
{
    private static readonly string[] Keys = ["cron", "timezone", "approve", "missed"];

    private static readonly Dictionary<string, Approval> Approvals = new()
    {
        ["manual"] = Approval.Manual,
        ["automatic"] = Approval.Automatic,
    };

    private static readonly Dictionary<string, MissedRun> MissedRuns = new()
    {
        ["run-once"] = MissedRun.RunOnce,
        ["skip"] = MissedRun.Skip,
    };

    /// <summary>The schedule, null if there is none or it is wrong, and who approves.</summary>
    public (Schedule? Schedule, Approval Approve) Read(SettingsMap top, SettingsErrors errors)
    {
        if (top.Map("schedule", Keys) is not { } map)
            return (null, Approval.Manual);

        var expression = TextRules.Checked(map.RequiredText("cron", "\"0 0 9 ? * FRI\""), cron.Check, errors);
        var zone = Zone(map.Text("timezone"), errors);
        var approve = Choice(map.Text("approve"), Approvals, Approval.Manual, errors);
        var missed = Choice(map.Text("missed"), MissedRuns, MissedRun.RunOnce, errors);
        return (expression is null || zone is null ? null : new Schedule(expression, zone, missed), approve);
    }

    private static TimeZoneInfo? Zone(SettingsText? name, SettingsErrors errors)
    {
        if (name is null)
            return TimeZoneInfo.Utc;
        if (ZoneNames.TryFind(name.Text, out var zone))
            return zone;

        errors.Add(name, ZoneNames.Fault(name.Text));
        return null;
    }

    private static T Choice<T>(SettingsText? value, Dictionary<string, T> choices, T missing, SettingsErrors errors)
    {
        if (value is null)
            return missing;
        if (choices.TryGetValue(value.Text, out var chosen))
            return chosen;

        errors.Add(value, $"'{value.Text}' is not known; write {string.Join(" or ", choices.Keys)}");
        return missing;
    }
}
