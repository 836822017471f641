using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Digest.Newsletters;

/// <summary>
/// Puts sources behind those of a settings file by inserting text, so that comments, order and form of all the rest
/// stay as people wrote them. Whether the result means what it should is for the caller to check: YAML has more forms
/// than anybody foresees.
/// </summary>
internal sealed class SourceListText
{
    private const string Key = "sources";

    private readonly string _text;
    private readonly string _lineEnd;
    private readonly List<int> _lines = [0];
    private readonly Dictionary<(long Line, long Column), Mark> _closings = [];

    private SourceListText(string text)
    {
        _text = text;
        _lineEnd = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        for (var end = text.IndexOf('\n'); end >= 0; end = text.IndexOf('\n', end + 1))
            _lines.Add(end + 1);

        FindClosings();
    }

    /// <param name="top">The text, read.</param>
    public static string Insert(string text, YamlMappingNode top, IReadOnlyList<SourceProposal> sources)
    {
        var list = new SourceListText(text);
        var items = sources.Select(source => source.ToYaml()).ToList();
        return top.Children.TryGetValue(new YamlScalarNode(Key), out var value)
            ? list.Into(value, top, items)
            : list.Append(items);
    }

    /// <summary>A node knows where it begins, and of two brackets the first: where they close is asked again.</summary>
    private void FindClosings()
    {
        var open = new Stack<Mark>();
        var parser = new Parser(new StringReader(_text));
        while (parser.MoveNext())
        {
            if (parser.Current is MappingStart or SequenceStart)
                open.Push(parser.Current.Start);
            else if (parser.Current is MappingEnd or SequenceEnd)
                _closings[PlaceIn(open.Pop())] = Behind(parser.Current.Start);
        }
    }

    /// <summary>The parser gives the place of a closing bracket where its end is asked for.</summary>
    private Mark Behind(Mark closing) => PlaceOf(closing) is var place && place < _text.Length
        && _text[place] is '}' or ']'
            ? new Mark(closing.Index + 1, closing.Line, closing.Column + 1)
            : closing;

    private string Into(YamlNode value, YamlMappingNode top, List<string> items) => value switch
    {
        YamlSequenceNode { Style: not SequenceStyle.Flow, Children.Count: > 0 } block =>
            AfterLine(EndOf(block.Children[^1]), (int)block.Start.Column - 1, items),
        YamlSequenceNode { Children.Count: > 0 } flow =>
            InsertAt(PlaceOf(EndOf(flow.Children[^1])), $", {string.Join(", ", items)}"),
        YamlSequenceNode empty => Replace(PlaceOf(empty.Start), PlaceOf(EndOf(empty)), items),

        // "sources:" with nothing behind it, or with a null that would have to go.
        YamlScalarNode { Value.Length: > 0 } nothing => Replace(PlaceOf(nothing.Start), PlaceOf(nothing.End), items),
        _ => AfterLine(KeyOf(top).End, 2, items),
    };

    private static YamlNode KeyOf(YamlMappingNode top) => top.Children.Keys.First(key => key is YamlScalarNode
    {
        Value: Key,
    });

    private string Append(List<string> items)
    {
        var gap = _text.Length == 0 || _text.EndsWith('\n') ? "" : _lineEnd;
        return $"{_text}{gap}{Key}:{_lineEnd}{Block(items, 2)}";
    }

    /// <summary>
    /// The end of what is written last in a node. That of a block itself is no help: it lies behind blank lines and
    /// comments that belong to what follows.
    /// </summary>
    private Mark EndOf(YamlNode node) => node switch
    {
        YamlMappingNode { Style: not MappingStyle.Flow, Children.Count: > 0 } map => EndOf(map.Children[^1].Value),
        YamlSequenceNode { Style: not SequenceStyle.Flow, Children.Count: > 0 } list => EndOf(list.Children[^1]),
        YamlMappingNode or YamlSequenceNode => _closings[PlaceIn(node.Start)],
        _ => node.End,
    };

    private static (long Line, long Column) PlaceIn(Mark mark) => (mark.Line, mark.Column);

    private string AfterLine(Mark last, int indent, List<string> items)
    {
        // A text block ends at the beginning of the line behind it.
        var line = (int)last.Line - (last.Column == 1 ? 1 : 0);
        var place = line < _lines.Count ? _lines[line] : _text.Length;
        var gap = place == 0 || _text[place - 1] == '\n' ? "" : _lineEnd;
        return InsertAt(place, gap + Block(items, indent));
    }

    private string Replace(int start, int end, List<string> items) =>
        InsertAt(start, $"{_lineEnd}{Block(items, 2)}".TrimEnd('\r', '\n'), end);

    private string Block(List<string> items, int indent) =>
        string.Concat(items.Select(item => $"{new string(' ', indent)}- {item}{_lineEnd}"));

    private string InsertAt(int place, string text, int? end = null) =>
        string.Concat(_text.AsSpan(0, place), text, _text.AsSpan(end ?? place));

    private int PlaceOf(Mark mark) => mark.Line <= _lines.Count
        ? Math.Min(_text.Length, _lines[(int)mark.Line - 1] + (int)mark.Column - 1)
        : _text.Length;
}
