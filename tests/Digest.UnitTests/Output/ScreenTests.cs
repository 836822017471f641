using Digest.Output;
using Xunit;

namespace Digest.UnitTests.Output;

public sealed class ScreenTests : IDisposable
{
    private readonly StringWriter _results = new() { NewLine = "\n" };
    private readonly StringWriter _messages = new() { NewLine = "\n" };

    public void Dispose()
    {
        _results.Dispose();
        _messages.Dispose();
    }

    [Fact]
    public void Pipe_gets_a_line_per_row_with_tabs()
    {
        Piped().Table(["issue", "title"], [["weekly/1", "a\tb"], ["weekly/2", "c"]]);

        Assert.Equal("weekly/1\ta b\nweekly/2\tc\n", _results.ToString());
    }

    [Fact]
    public void Long_lines_never_wrap_in_a_pipe()
    {
        var text = new string('x', 500);

        Piped().Show(new Outline(text));

        Assert.Equal($"{text}\n", _results.ToString());
    }

    [Fact]
    public void Messages_go_to_the_other_writer()
    {
        Piped().Message("digest: wrong\u001b[2J");

        Assert.Equal("", _results.ToString());
        Assert.Equal("digest: wrong[2J\n", _messages.ToString());
    }

    [Fact]
    public void Terminal_gets_a_tree()
    {
        var screen = new Screen(_results, _messages, new ScreenTraits { ResultsAreTerminal = true }, "/");

        screen.Show(new Outline("root") { Children = [new Outline("leaf")] });

        Assert.Contains("└── leaf", _results.ToString());
    }

    [Fact]
    public void Terminal_table_breaks_long_words_and_no_moments()
    {
        var screen = new Screen(_results, _messages, new ScreenTraits { ResultsAreTerminal = true }, "/");
        var why = string.Join(' ', Enumerable.Repeat("the server asks to wait", 20));

        screen.Table(["source", "next try", "why"], [["harbour/blueprints", "2026-11-22 05:30", why]]);

        Assert.Contains("harbour/blueprints", _results.ToString());
        Assert.Contains("2026-11-22 05:30", _results.ToString());
    }

    private Screen Piped() => new(_results, _messages, new ScreenTraits(), "/");
}
