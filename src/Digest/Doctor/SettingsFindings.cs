using Digest.Commands;

namespace Digest.Doctor;

/// <summary>
/// The options' own rules. What is wrong with keys and values was refused before any check could run.
/// </summary>
public sealed class SettingsFindings(CommandSession session) : ICheck
{
    private const string Subject = "settings";

    public Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        var errors = session.OptionErrors();
        return Task.FromResult<IReadOnlyList<Finding>>(
        [
            .. errors.Select(error => new Finding(Verdict.Fail, Subject, error, "mend that key")),
            .. errors.Count > 0 ? [] : Sound(),
        ]);
    }

    private IEnumerable<Finding> Sound() => session.Settings.File is { } file
        ? [new Finding(Verdict.Pass, Subject, file)]
        : [new Finding(Verdict.Warn, Subject, "no appsettings.json; the defaults hold", "write one, or use --config")];
}
