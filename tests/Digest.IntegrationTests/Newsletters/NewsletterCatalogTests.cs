using Digest.Mail.Mime;
using Digest.Model;
using Digest.Newsletters;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Newsletters;

public sealed class NewsletterCatalogTests : IDisposable
{
    private const string Minimal = "title: 社区动态\nlanguage: zh-CN\nfrom: { address: weekly@example.org }\n";

    private readonly CatalogFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void Title_language_and_sender_are_enough()
    {
        _fixture.Write("weekly/newsletter.yml", Minimal);

        var newsletter = Assert.Single(_fixture.Catalog.Load());

        Assert.Equal(("weekly", "社区动态", "zh-CN"), (newsletter.Slug, newsletter.Title, newsletter.Language));
        Assert.Equal("weekly.example.org", newsletter.ListId);
        Assert.Equal("第{number:chinese}期({from:MM.dd}-{to:MM.dd})", newsletter.Numbering);
        Assert.Equal((Approval.Manual, TimeZoneInfo.Utc), (newsletter.Approve, newsletter.Zone));
    }

    [Fact]
    public void Every_setting_is_read()
    {
        _fixture.Write("weekly/notes/a.md", "a");
        _fixture.Write("weekly/readers.csv", "email\n");
        _fixture.Write("weekly/newsletter.yml", Full);

        var newsletter = _fixture.Catalog.Get("community");

        Assert.Equal("Editors <editors@example.org>", newsletter.ReplyTo!.ToString());
        Assert.Equal("news.example.org", newsletter.ListId);
        Assert.Equal("No. {number}", newsletter.Numbering);
        Assert.Equal("1 Harbour Road, Port", newsletter.PostalAddress);
        Assert.Equal((Approval.Automatic, MissedRun.Skip), (newsletter.Approve, newsletter.Schedule!.Missed));
        Assert.Equal("2026-11-08T23:59:59+08:00", $"{newsletter.Clock:yyyy-MM-ddTHH:mm:sszzz}");
        Assert.Equal(Path.Combine(newsletter.Folder, "readers.csv"), newsletter.Audience!.Path);
        Assert.Equal(Path.Combine(newsletter.Folder, "notes"), newsletter.Sources[1].Path);
        Assert.Equal("https://planet.example/feed.xml", newsletter.Sources[0].Url!.AbsoluteUri);
        Assert.Equal(
            new FeedSettings { Issues = 10, Stories = 200, Hub = new Uri("https://hub.example.org/") },
            newsletter.Feeds);
        var nova = newsletter.Sections[1].Sections[0];
        Assert.Equal(("nova", "Nova"), (nova.Id, nova.Title));
        Assert.Matches(nova.Match!.Title!, "Re: [NOVA] cells");
    }

    [Fact]
    public void Errors_of_every_file_are_told_at_once()
    {
        _fixture.Write("a/newsletter.yml", "titel: x\nlanguage: zh_CN\nfrom: { address: a@b.example }\n");
        _fixture.Write("b/newsletter.yml", Minimal + "\tslug: b\n");

        var errors = Assert.Throws<SettingsException>(() => _fixture.Catalog.Load()).Errors;

        Assert.Equal(4, errors.Count);
        Assert.All(errors, error => Assert.StartsWith(_fixture.Root, error, StringComparison.Ordinal));
        Assert.Equal(1, errors.Count(error => error.Contains("/b/", StringComparison.Ordinal)));
    }

    [Fact]
    public void Two_folders_with_one_slug_are_both_named()
    {
        var first = _fixture.Write("a/newsletter.yml", Minimal + "slug: weekly\n");
        var second = _fixture.Write("b/newsletter.yml", Minimal + "slug: weekly\n");

        var error = Assert.Throws<SettingsException>(() => _fixture.Catalog.Load()).Message;

        Assert.Contains(first, error, StringComparison.Ordinal);
        Assert.Contains(second, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_newsletter_is_a_wrong_call_that_lists_those_there_are()
    {
        _fixture.Write("weekly/newsletter.yml", Minimal);

        var error = Assert.Throws<DigestException>(() => _fixture.Catalog.Get("weakly"));

        Assert.Equal("there is no newsletter 'weakly'; there are weekly; did you mean 'weekly'?", error.Message);
        Assert.Equal(2, error.ExitCode);
        Assert.Null(_fixture.Catalog.Find("weakly"));
    }

    [Fact]
    public void Missing_digests_folder_is_told()
    {
        _fixture.Dispose();

        var error = Assert.Throws<DigestException>(() => _fixture.Catalog.Load());
        Assert.Contains("Paths:Digests", error.Message, StringComparison.Ordinal);
        Directory.CreateDirectory(_fixture.Root);
    }

    [Fact]
    public async Task New_file_is_one_that_the_catalog_accepts()
    {
        var from = new Mailbox("A \"B\" \\ C: #", EmailAddress.Parse("a@b.example"));
        var proposal = new NewsletterProposal("new-one", "Title: \"x\" # y\n- z", "ja", from);

        await NewsletterFile.CreateAsync(_fixture.Root, proposal, TestContext.Current.CancellationToken);

        var newsletter = _fixture.Catalog.Get("new-one");
        Assert.Equal(("Title: \"x\" # y - z", "A \"B\" \\ C: #"), (newsletter.Title, newsletter.From.Name));
        await Assert.ThrowsAsync<DigestException>(
            () => NewsletterFile.CreateAsync(_fixture.Root, proposal, TestContext.Current.CancellationToken));
    }

    private const string Full =
        """
        title: Community
        language: en
        from: { name: Community, address: weekly@example.org }
        reply_to: { name: Editors, address: editors@example.org }
        slug: community
        description: >
          News of
          the week
        numbering: "No. {number}"
        schedule: { cron: "0 0 9 ? * FRI", timezone: Asia/Shanghai, approve: automatic, missed: skip }
        sections:
          - { id: industry, title: Industry, match: { sources: [planet], hosts: [Example.org] } }
          - id: tracking
            title: Tracking
            sections:
              - { id: nova, title: Nova, match: { tags: [nova], title: "\\[nova\\]" } }
        sources:
          - { id: planet, type: feed, url: "https://planet.example/feed.xml", language: en, tags: [blog] }
          - { id: notes, type: markdown, path: notes }
        audience: { file: readers.csv, consent: sign-up sheet }
        postal_address: |
          1 Harbour Road,
          Port
        list_id: news.example.org
        clock: 2026-11-08
        feeds: { issues: 10, stories: 200, hub: "https://hub.example.org/" }
        """;
}
