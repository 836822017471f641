using Digest.Deliver;
using Digest.Mail.Smtp;
using Digest.Model;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Digest.UnitTests.Deliver;

public sealed class MailOptionsTests
{
    [Fact]
    public void Defaults_are_valid_and_mean_files()
    {
        using var provider = Provider();

        Assert.IsType<FileTransport>(provider.GetRequiredService<IMailTransport>());
    }

    [Fact]
    public void Smtp_is_chosen_by_name()
    {
        using var provider = Provider(("Mail:Transport", "smtp"), ("Mail:Smtp:Host", "relay.example"));

        Assert.IsType<SmtpTransport>(provider.GetRequiredService<IMailTransport>());
    }

    [Theory]
    [InlineData(465, null, SmtpSecurity.Implicit)]
    [InlineData(587, null, SmtpSecurity.Required)]
    [InlineData(465, "required", SmtpSecurity.Required)]
    public void Port_says_how_tls_begins_unless_told(int port, string? security, SmtpSecurity expected) =>
        Assert.Equal(expected, SmtpEndpoints.Security(new SmtpOptions { Port = port, Security = security }));

    [Theory]
    [InlineData("Mail:Transport", "pigeon")]
    [InlineData("Mail:BatchSize", "0")]
    [InlineData("Mail:GiveUpAfterHours", "0")]
    [InlineData("Mail:Uncertain", "shrug")]
    [InlineData("Mail:DrainSeconds", "-1")]
    [InlineData("Mail:Smtp:Host", "")]
    [InlineData("Mail:Smtp:Host", "two words")]
    [InlineData("Mail:Smtp:Port", "0")]
    [InlineData("Mail:Smtp:Security", "maybe")]
    [InlineData("Mail:Smtp:Security", "1")]
    [InlineData("Mail:Smtp:Username", "me")]
    [InlineData("Mail:Smtp:Connections", "0")]
    [InlineData("Mail:Smtp:LettersPerConnection", "0")]
    [InlineData("Mail:Smtp:ConnectTimeout", "0")]
    [InlineData("Mail:Smtp:ClientName", "a\r\nb")]
    [InlineData("Mail:Smtp:ClientName", "[::1]")]
    [InlineData("Mail:Smtp:Mechanism", "PLAIN")]
    [InlineData("Mail:Smtp:PasswordFile", "/nowhere/password")]
    [InlineData("Mail:Smtp:AccessTokenFile", "/nowhere/token")]
    [InlineData("Mail:Smtp:Transcript", "/nowhere/transcript")]
    [InlineData("Mail:Smtp:CaFile", "/nowhere/ca.pem")]
    [InlineData("Mail:Dkim:Selector", "")]
    [InlineData("Mail:Dkim:KeyFile", "/nowhere/key.pem")]
    public void A_wrong_value_is_named_by_its_key(string key, string value)
    {
        using var provider = Provider(("Mail:Transport", "smtp"), ("Mail:Smtp:Host", "relay.example"), (key, value));

        var error = Assert.Throws<OptionsValidationException>(() => Options(provider));
        Assert.Contains(key, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mail:Smtp:Mechanism", "CRAM-MD5")]
    [InlineData("Mail:Smtp:Mechanism", "XOAUTH2")]
    [InlineData("Mail:Smtp:AccessToken", "token")]
    [InlineData("Mail:Smtp:Username", "me\r\nRSET")]
    public void A_sign_in_that_cannot_work_is_named_by_its_key(string key, string value)
    {
        using var provider = Provider(
            ("Mail:Transport", "smtp"),
            ("Mail:Smtp:Host", "relay.example"),
            ("Mail:Smtp:Username", "me"),
            ("Mail:Smtp:Password", "hunter2"),
            (key, value));

        var error = Assert.Throws<OptionsValidationException>(() => Options(provider));
        Assert.Contains(key, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mail:Smtp:Password", "scram-sha-256")]
    [InlineData("Mail:Smtp:AccessToken", "XOAUTH2")]
    public void A_way_to_sign_in_goes_with_its_kind_of_secret(string key, string mechanism)
    {
        using var provider = Provider(
            ("Mail:Transport", "smtp"),
            ("Mail:Smtp:Host", "relay.example"),
            ("Mail:Smtp:Username", "me"),
            (key, "hunter2"),
            ("Mail:Smtp:Mechanism", mechanism));

        Assert.Equal("me", Options(provider).Smtp.Username);
    }

    [Theory]
    [InlineData("Mail:Smtp:CaFile")]
    [InlineData("Mail:Dkim:KeyFile")]
    public void A_file_that_cannot_serve_is_refused_at_start(string key)
    {
        using var provider = Provider(
            ("Mail:Transport", "smtp"),
            ("Mail:Smtp:Host", "relay.example"),
            ("Mail:Dkim:Domain", "x.example"),
            ("Mail:Dkim:Selector", "s1"),
            (key, typeof(MailOptionsTests).Assembly.Location));

        var error = Assert.Throws<OptionsValidationException>(() => Options(provider));
        Assert.Contains(error.Failures, fault => fault.StartsWith(key, StringComparison.Ordinal));
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        using var provider = Provider(("Mail:Transport", "smtp"), ("Mail:Smtp:Port", "0"), ("Mail:BatchSize", "0"));

        Assert.Equal(3, Assert.Throws<OptionsValidationException>(() => Options(provider)).Failures.Count());
    }

    private static MailOptions Options(ServiceProvider provider) =>
        provider.GetRequiredService<IOptions<MailOptions>>().Value;

    private static ServiceProvider Provider(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.GroupBy(pair => pair.Key).ToDictionary(
                same => same.Key, string? (same) => same.Last().Value))
            .Build();
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton(Microsoft.Extensions.Options.Options.Create(new PathsOptions()))
            .AddDeliver(configuration)
            .BuildServiceProvider();
    }
}
