using Digest.Model;
using Quartz;

namespace Digest.Scheduling;

/// <summary>Says a newsletter's schedule in the scheduler's words.</summary>
public static class QuartzSchedules
{
    /// <summary>
    /// Read in the schedule's zone. A time that the clocks jump over fires when they have jumped; a time that comes
    /// twice fires the first time only.
    /// </summary>
    public static CronExpression ToCron(this Schedule schedule) => new(schedule.Cron, schedule.Zone);

    /// <summary>For moments that pass while the process lives but cannot fire: a suspended machine.</summary>
    public static CronTriggerMisfireInstruction ToMisfire(this Schedule schedule) => schedule.Missed switch
    {
        MissedRun.Skip => CronTriggerMisfireInstruction.DoNothing,
        _ => CronTriggerMisfireInstruction.FireAndProceed,
    };

    public static ITrigger ToTrigger(this Schedule schedule, string newsletter) => TriggerBuilder.Create()
        .WithIdentity(newsletter)
        .WithCronSchedule(schedule.ToCron(), cron => cron.WithMisfireInstruction(schedule.ToMisfire()))
        .Build();
}
