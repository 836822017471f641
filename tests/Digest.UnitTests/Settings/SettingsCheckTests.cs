using Digest.Settings;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Digest.UnitTests.Settings;

public sealed class SettingsCheckTests
{
    [Fact]
    public void Unknown_key_is_refused_with_what_was_probably_meant()
    {
        var errors = Check(("Mail:Smtp:Prot", "25"));

        Assert.Equal("Mail:Smtp:Prot: is no setting; did you mean Port?", Assert.Single(errors));
    }

    [Fact]
    public void Every_error_is_told_at_once()
    {
        var errors = Check(("Mail:Smtp:Port", "many"), ("Web:PublicUrl", "news"), ("Paths:Date", "data"));

        Assert.Equal(3, errors.Count);
        Assert.Contains("Mail:Smtp:Port: 'many' is not a whole number", errors);
        Assert.Contains(
            "Web:PublicUrl: 'news' is not a full address such as https://news.example.org/", errors);
    }

    [Fact]
    public void Sections_of_others_are_left_alone() => Assert.Empty(Check(("Logging:LogLevel:Default", "Debug")));

    [Fact]
    public void Sound_settings_pass() => Assert.Empty(Check(
        ("Mail:Smtp:Port", "2525"), ("Web:PublicUrl", "https://news.example.org/"), ("Paths:Data", "/var/lib/digest")));

    private static IReadOnlyList<string> Check(params (string Key, string Value)[] values) => SettingsCheck.Errors(
        new ConfigurationBuilder()
            .AddInMemoryCollection(values.Select(value => KeyValuePair.Create<string, string?>(value.Key, value.Value)))
            .Build());
}
