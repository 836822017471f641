using Digest.Compose.Stories.Objects;
using Digest.Compose.Stories.Titles;

namespace Digest.Compose.Stories.Memory;

/// <summary>A telling made ready for comparing, when that is first needed.</summary>
internal sealed class ToldText(Telling telling)
{
    private StoryText? _text;
    private HashSet<ulong>? _words;

    public Telling Telling => telling;

    public StoryText Text => _text ??= new StoryText(telling.Title, telling.Text);

    public HashSet<ulong> Words => _words ??= WordsOf($"{telling.Title} {telling.Text}");

    /// <summary>The words of a text that say something.</summary>
    public static HashSet<ulong> WordsOf(string text) =>
        [.. TitleReader.ReadBody(text).Where(Says).Select(unit => unit.Hash)];

    /// <summary>The words of an address: <c>/wiki/Neutron/LBaaS</c> tells of Neutron and of LBaaS.</summary>
    public static HashSet<ulong> WordsOfKey(string key)
    {
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        var host = key.IndexOf('/', key.IndexOf("//", StringComparison.Ordinal) is > 0 and var page ? page + 2 : 0);
        var path = AddressText.Decode(key[(Math.Max(colon, host) + 1)..]);
        var words = path.Replace(".html", " ", StringComparison.Ordinal).Replace(".php", " ", StringComparison.Ordinal);
        return WordsOf(string.Concat(words.Select(c => char.IsLetterOrDigit(c) || c == '.' ? c : ' ')));
    }

    private static bool Says(Unit unit) => unit.Kind != UnitKind.Sign && unit.Weight >= Weights.Full;
}
