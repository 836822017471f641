using Digest.Newsletters;
using Xunit;

namespace Digest.UnitTests.Newsletters;

public sealed class SourceListTextTests
{
    private const string Line = "{ id: sail, type: feed, url: \"https://sail.example/feed\", tags: [\"帆 \\\"a\\\"\"] }";

    private static readonly SourceProposal Sail = new()
    {
        Id = "sail",
        Url = new Uri("https://sail.example/feed"),
        Tags = ["帆 \"a\""],
    };

    public static TheoryData<string, string, string> Files => new()
    {
        { "no list", "title: x\n", $"title: x\nsources:\n  - {Line}\n" },
        { "no line end", "title: x", $"title: x\nsources:\n  - {Line}\n" },
        { "nothing", "sources:\ntitle: x\n", $"sources:\n  - {Line}\ntitle: x\n" },
        {
            "nothing but a comment",
            "sources: # ours\ntitle: x\n",
            $"sources: # ours\n  - {Line}\ntitle: x\n"
        },
        { "null", "sources: ~ # ours\ntitle: x\n", $"sources: \n  - {Line} # ours\ntitle: x\n" },
        { "empty list", "sources: []\ntitle: x\n", $"sources: \n  - {Line}\ntitle: x\n" },
        {
            "flow items",
            "sources:\n  - { id: a } # first\n\n# about the title\ntitle: x\n",
            $"sources:\n  - {{ id: a }} # first\n  - {Line}\n\n# about the title\ntitle: x\n"
        },
        {
            "block items",
            "sources:\n    - id: a\n      tags:\n        - b\n    # more to come\ntitle: x\n",
            $"sources:\n    - id: a\n      tags:\n        - b\n    - {Line}\n    # more to come\ntitle: x\n"
        },
        { "dashes at the margin", "sources:\n- id: a\n- id: b\n", $"sources:\n- id: a\n- id: b\n- {Line}\n" },
        {
            "brackets on lines",
            "sources:\n  - { id: a,\n      url: b\n    } # a\ntitle: x\n",
            $"sources:\n  - {{ id: a,\n      url: b\n    }} # a\n  - {Line}\ntitle: x\n"
        },
        { "at the end", "sources:\n  - id: a", $"sources:\n  - id: a\n  - {Line}\n" },
        {
            "flow list",
            "sources: [ { id: a }, { id: b } ]\n",
            $"sources: [ {{ id: a }}, {{ id: b }}, {Line} ]\n"
        },
        {
            "flow list on lines",
            "sources: [\n  { id: a }, # one\n]\n",
            $"sources: [\n  {{ id: a }}, {Line}, # one\n]\n"
        },
        {
            "text block",
            "sources:\n  - id: |\n      a\n      b\ntitle: x\n",
            $"sources:\n  - id: |\n      a\n      b\n  - {Line}\ntitle: x\n"
        },
        {
            "folded text",
            "sources:\n  - id: a\n     b\ntitle: x\n",
            $"sources:\n  - id: a\n     b\n  - {Line}\ntitle: x\n"
        },
        {
            "quoted text",
            "sources:\n  - id: 'a\n     b'\n# y\n",
            $"sources:\n  - id: 'a\n     b'\n  - {Line}\n# y\n"
        },
        {
            "lines of Windows",
            "sources:\r\n  - id: a\r\ntitle: x\r\n",
            $"sources:\r\n  - id: a\r\n  - {Line}\r\ntitle: x\r\n"
        },
        {
            "Chinese and emoji",
            "title: 浮木😀\nsources: [{ id: 社😀 }]\n",
            $"title: 浮木😀\nsources: [{{ id: 社😀 }}, {Line}]\n"
        },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Source_is_inserted_and_nothing_else_changes(string form, string before, string after)
    {
        var top = SettingsYaml.Read(before, new SettingsErrors(form))!;

        Assert.Equal(after, SourceListText.Insert(before, top, [Sail]));
    }
}
