using Digest.Deliver;
using Digest.Model;

namespace Digest.Settings;

/// <summary>Every section of <c>appsettings.json</c> that is ours. Other sections belong to libraries and are left alone.</summary>
public static class SettingsSections
{
    public static IReadOnlyList<SettingsSection> All { get; } =
    [
        new(PathsOptions.Section, typeof(PathsOptions)),
        new(WebOptions.Section, typeof(WebOptions)),
        new(MailOptions.Section, typeof(MailOptions)),
    ];
}
