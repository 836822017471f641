using System.Globalization;
using Digest.Model;

namespace Digest.Newsletters;

/// <summary>Reads <c>feeds</c>: how many entries a feed holds, and the hub it names.</summary>
internal static class FeedSettingsReader
{
    private const int MostIssues = 500;
    private const int MostStories = 5000;

    private static readonly string[] Keys = ["issues", "stories", "hub"];

    public static FeedSettings Read(SettingsMap top, SettingsErrors errors)
    {
        if (top.Map("feeds", Keys) is not { } map)
            return new FeedSettings();

        return new FeedSettings
        {
            Issues = Number(map.Text("issues"), MostIssues, errors) ?? FeedSettings.DefaultIssues,
            Stories = Number(map.Text("stories"), MostStories, errors) ?? FeedSettings.DefaultStories,
            Hub = TextRules.Checked(map.Text("hub"), HubFault, errors) is { } hub ? new Uri(hub) : null,
        };
    }

    private static int? Number(SettingsText? value, int most, SettingsErrors errors)
    {
        if (value is null)
            return null;
        if (int.TryParse(value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= 1 && number <= most)
        {
            return number;
        }

        errors.Add(value, $"'{value.Text}' is no number from 1 to {most.ToString(CultureInfo.InvariantCulture)}");
        return null;
    }

    private static string? HubFault(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Host.Length > 0
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && address.UserInfo.Length == 0
            ? null
            : $"'{text}' is no hub; write its web address, such as https://hub.example.org/";
}
