using Digest.Deliver;
using Digest.Gather;
using Digest.Model;
using Digest.Storage;

namespace Digest.Settings;

/// <summary>
/// Every section of <c>appsettings.json</c> that is ours. Other sections belong to libraries and are left alone.
/// </summary>
public static class SettingsSections
{
    public static IReadOnlyList<SettingsSection> All { get; } =
    [
        new(PathsOptions.Section, typeof(PathsOptions)),
        new(WebOptions.Section, typeof(WebOptions)),
        new(StorageOptions.Section, typeof(StorageOptions)),
        new(GatherOptions.Section, typeof(GatherOptions)),
        new(MailOptions.Section, typeof(MailOptions)),
    ];
}
