using System.Diagnostics;
using Xunit;

namespace Digest.IntegrationTests.Newsletters;

public sealed class NewsletterErrorsTests : IDisposable
{
    private const string Head = "title: T\nlanguage: en\nfrom: { address: weekly@example.org }\n";

    private readonly CatalogFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Theory]
    [InlineData("titel: x", "4: titel: is no setting; did you mean 'title'?")]
    [InlineData("colour: x", "4: colour: is no setting; known are title, language")]
    [InlineData("numbering: \"{nummer}\"", "4: numbering: {nummer} is not known")]
    [InlineData("slug: My Slug", "4: slug: 'My Slug' is no slug")]
    [InlineData("list_id: weekly", "4: list_id: 'weekly' is no List-Id")]
    [InlineData("reply_to: a@b.example", "4: reply_to: is no group of settings; write { name: …, address: … }")]
    [InlineData("reply_to: { address: \"a@b.example\\r\\nBcc: c@d.example\" }", "4: reply_to.address: ")]
    [InlineData("reply_to: { name: \"a\\r\\nBcc: c\", address: a@b.example }", "4: reply_to.name: holds a line break")]
    [InlineData("feeds: { issues: 0 }", "4: feeds.issues: '0' is no number from 1 to 500")]
    [InlineData("feeds: { stories: many }", "4: feeds.stories: 'many' is no number from 1 to 5000")]
    [InlineData("feeds: { hub: hub.example }", "4: feeds.hub: 'hub.example' is no hub")]
    [InlineData("feeds: { hubs: x }", "4: feeds.hubs: is no setting")]
    [InlineData("clock: tomorrow", "4: clock: 'tomorrow' is no moment")]
    [InlineData("schedule: { timezone: UTC }", "4: schedule.cron: is missing")]
    [InlineData("schedule: { cron: \"0 9 * * 5\" }", "4: schedule.cron: is no schedule")]
    [InlineData("schedule: { cron: 0 0 9 ? * FRI, timezone: Asia/Shangai }", "did you mean Asia/Shanghai?")]
    [InlineData("schedule: { cron: 0 0 9 ? * FRI, timezone: Shanghai }", "did you mean Asia/Shanghai?")]
    [InlineData("schedule: { cron: 0 0 9 ? * FRI, approve: auto }", "'auto' is not known; write manual or automatic")]
    [InlineData("audience: { file: none.csv, consent: x }", "4: audience.file: there is no file ")]
    [InlineData("audience: { file: ../x.csv, consent: x }", "4: audience.file: '../x.csv' leaves the news")]
    [InlineData("description:", "4: description: is empty")]
    [InlineData("sources: planet", "4: sources: is no list")]
    public void Wrong_setting_is_told_with_line_key_and_remedy(string line, string error) =>
        Assert.Contains(error, Assert.Single(_fixture.Errors(Head + line + "\n")), StringComparison.Ordinal);

    [Theory]
    [InlineData("zh_CN", "write zh-CN")]
    [InlineData("english", "write a BCP 47 tag such as zh-CN, ja or en")]
    [InlineData("xx", "which is no known language")]
    [InlineData("en_US.UTF-8", "write en-US")]
    public void Wrong_language_is_told_with_the_right_one(string tag, string remedy)
    {
        var text = $"title: T\nlanguage: {tag}\nfrom: {{ address: weekly@example.org }}\n";

        Assert.Contains(remedy, Assert.Single(_fixture.Errors(text)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ id: p, type: fed, url: https://a.example }", "sources[0].type: 'fed' is no kind of source")]
    [InlineData("{ id: p, type: feed }", "sources[0].path: is missing; write 'url: https://…' or")]
    [InlineData("{ id: p, type: feed, url: ftp://a.example }", "sources[0].url: 'ftp://a.example' is no web address")]
    [InlineData("{ id: p, type: feed, url: https://a.example, path: x }", "sources[0].path: stands beside a url")]
    [InlineData("{ id: p, type: markdown, url: https://a.example }", "sources[0].url: markdown is not read from")]
    [InlineData("{ id: p, type: markdown, path: /etc }", "sources[0].path: '/etc' leaves the newsletter's folder")]
    [InlineData("{ id: P Q, type: feed, url: https://a.example }", "sources[0].id: 'P Q' is no id")]
    [InlineData("{ id: p, type: github }", "sources[0].repositories: is missing; write for example")]
    [InlineData("{ id: p, type: github, repositories: [x] }", "sources[0].repositories[0]: 'x' is no repository")]
    [InlineData("{ id: p, type: github, path: x, repositories: a/b }", "sources[0].path: github is not read from a")]
    [InlineData("{ id: p, type: gitlab, projects: [x] }", "sources[0].projects[0]: 'x' is no project")]
    [InlineData("{ id: p, type: discourse }", "sources[0].url: is missing; write 'url: https://forum.example.org'")]
    [InlineData("{ id: p, type: discourse, url: https://f.example, period: week }", "sources[0].period: 'week' is unk")]
    [InlineData("{ id: p, type: mediawiki, url: https://w.example, namespaces: [x] }", "sources[0].namespaces[0]: ")]
    [InlineData("{ id: p, type: webpage, url: https://n.example, item: 'li[' }", "sources[0].item: 'li[' is no CSS")]
    [InlineData("{ id: p, type: command, url: https://n.example, run: x }", "sources[0].url: command is not read from")]
    [InlineData("{ id: p, type: command }", "sources[0].run: is missing; write for example")]
    public void Wrong_source_is_told(string source, string error) => Assert.Contains(
        _fixture.Errors($"{Head}sources:\n  - {source}\n"),
        line => line.StartsWith($"5: {error}", StringComparison.Ordinal));

    [Theory]
    [InlineData("{ id: p, type: github, repositories: [driftwood/keel] }")]
    [InlineData("{ id: p, type: github, url: https://git.example, repositories: driftwood/keel, what: [issues] }")]
    [InlineData("{ id: p, type: gitlab, groups: [driftwood], token_env: LAB_TOKEN }")]
    [InlineData("{ id: p, type: webpage, url: https://n.example, item: article, date: 'time@datetime' }")]
    [InlineData("{ id: p, type: command, run: [./tides.py, '--days', '7'], environment: [TIDES_TOKEN], timeout: 60 }")]
    [InlineData("{ id: p, type: markdown, path: notes, site: https://b.example/, permalink: '/:year/:title/' }")]
    public void Good_source_is_taken(string source) =>
        Assert.Empty(_fixture.Errors($"{Head}sources:\n  - {source}\n"));

    [Theory]
    [InlineData("{ id: a, title: A, match: { title: \"[\" } }", "sections[0].match.title: is no pattern")]
    [InlineData("{ id: a, title: A, match: { sources: [plant] } }", "sections[0].match.sources[0]: 'plant' is")]
    [InlineData("{ id: a, title: A, match: { hosts: [https://a.b/] } }", "sections[0].match.hosts[0]: 'https://a.b/'")]
    [InlineData("{ id: a, title: A, match: {} }", "sections[0].match: matches nothing")]
    [InlineData("{ id: a, title: A, sections: [ { id: a, title: B } ] }", "sections[0].sections[0].id: 'a' is that of")]
    [InlineData("{ id: a, title: A, macth: {} }", "sections[0].macth: is no setting; did you mean 'match'?")]
    public void Wrong_section_is_told(string section, string error)
    {
        const string sources = "sources: [ { id: planet, type: feed, url: https://p.example } ]\n";
        var text = $"{Head}sections:\n  - {section}\n{sources}";

        Assert.Contains(_fixture.Errors(text), line => line.StartsWith($"5: {error}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("title: a\ntitle: b\n", "Duplicate key")]
    [InlineData("title: a\n\tlanguage: en\n", "indented with a tab; use spaces")]
    [InlineData("title: [a\n", "yaml: ")]
    [InlineData("- a\n", "is no settings; write")]
    [InlineData("", "is empty; write at least title, language and from")]
    [InlineData("title: a\n---\ntitle: b\n", "a second document begins here")]
    public void Broken_yaml_is_one_error_with_its_line(string text, string error)
    {
        var line = Assert.Single(_fixture.Errors(text));

        Assert.Matches(@"\A[1-3]: (yaml|file): ", line);
        Assert.Contains(error, line, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_settings_are_all_told()
    {
        var errors = _fixture.Errors("description: x\n");

        Assert.Equal(["title", "language", "from"], errors.Select(error => error.Split(": ")[1]));
    }

    [Fact]
    public void Aliases_that_unfold_into_gigabytes_are_refused_at_once()
    {
        var bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n" + string.Concat(Enumerable.Range(1, 30)
            .Select(i => $"a{i}: &a{i} [{string.Join(',', Enumerable.Repeat($"*a{i - 1}", 9))}]\n"));
        var watch = Stopwatch.StartNew();

        Assert.Contains("aliases (*name) are not read here", Assert.Single(_fixture.Errors(bomb)));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData('[')]
    [InlineData('{')]
    public void Bottomless_nesting_is_refused(char bracket) =>
        Assert.Single(_fixture.Errors("title: " + new string(bracket, 100_000)));

    [Fact]
    public void Huge_file_is_refused()
    {
        var errors = _fixture.Errors(Head + "# " + new string('x', 300_000));

        Assert.Contains("is longer than", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public void Value_with_control_characters_cannot_reach_the_terminal()
    {
        var error = Assert.Single(_fixture.Errors(Head + "clock: \"\\e[31mred\"\n"));

        Assert.DoesNotContain('\u001b', error);
    }
}
