using System.Globalization;
using Digest.Compose.Stories.Objects;
using Digest.Markup;

namespace Digest.Compose.Stories.Titles;

/// <summary>One pass over a text in compatibility form, from left to right.</summary>
internal sealed class UnitScan(string text, Writing writing)
{
    private readonly bool _isSentence = IsSentenceCase(text);
    private int _at;
    private char _lastSign;

    public List<Unit> Units { get; } = [];

    public List<Unit> Bag { get; } = [];

    public HashSet<string> Versions { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Numbers { get; } = new(StringComparer.Ordinal);

    public void Run()
    {
        while (_at < text.Length)
        {
            var character = text[_at];
            if (Writings.IsKatakana(character) && character != 'ー')
                ReadKatakana();
            else if (Writings.IsSign(character))
                ReadSign(character);
            else if (char.IsAsciiDigit(character) || (character is 'v' or 'V' && IsDigit(_at + 1) && !IsWord(_at - 1)))
                ReadNumber();
            else if (char.IsLetter(character))
                ReadWord();
            else
                Skip();
        }
    }

    private void Skip()
    {
        _lastSign = '\0';
        _at++;
    }

    private void ReadNumber()
    {
        var start = _at++;
        while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at])
            || (text[_at] is '.' or ',' && IsDigit(_at - 1) && IsDigit(_at + 1))
            || (text[_at] is '-' && IsStage(_at + 1))))
        {
            _at++;
        }

        _lastSign = '\0';
        var written = text[start.._at].ToLowerInvariant();
        if (ReleaseName.IsVersion(written))
            AddNumber(Versions, ReleaseName.Number(written));
        else if (written.StartsWith('v') || !written.All(c => char.IsAsciiDigit(c) || c is ',' or '.'))
            AddMixed(written);
        else
            AddNumber(Numbers, Plain(written.Replace(",", "", StringComparison.Ordinal)));
    }

    // 2nd is a number, v2 a version, 3d a word.
    private void AddMixed(string written)
    {
        if (written.StartsWith('v') && written.Skip(1).All(char.IsAsciiDigit))
            AddNumber(Versions, written[1..]);
        else if (written[^2..] is "st" or "nd" or "rd" or "th" && written[..^2].All(char.IsAsciiDigit))
            AddNumber(Numbers, Plain(written[..^2]));
        else
            Add(new Unit(TextHash.Of(written), UnitKind.Word, Weights.Full, IsName: true));
    }

    private void AddNumber(HashSet<string> numbers, string number)
    {
        // The third of March has two threes; they are told apart, or it would be a part of every other day of March.
        if (!numbers.Add(number))
            numbers.Add($"{number}#2");

        Add(new Unit(TextHash.Of(number), UnitKind.Number, Weights.Full, IsName: false));
    }

    private void ReadWord()
    {
        var start = _at++;
        while (_at < text.Length && IsWord(_at))
            _at++;

        _lastSign = '\0';
        var written = text[start.._at];
        var word = written.ToLowerInvariant();
        if (Words.Numeral(word) is { } numeral)
            AddNumber(Numbers, numeral);
        else if (Words.Month(word) is { } month)
            AddNumber(Numbers, month.ToString(CultureInfo.InvariantCulture));
        else if (word is not "s" || start == 0 || text[start - 1] is not ('\'' or '’'))
            Add(WordWeight.Of(word, IsName(written, start)));
    }

    // A capital letter tells a name only where not every word begins with one.
    private bool IsName(string written, int start)
    {
        var lower = written.ToLowerInvariant();
        if (Words.Empty.Contains(lower) || Words.Common.Contains(WordWeight.Stem(lower)) || written.Length < 2)
            return false;
        if (writing is Writing.Chinese or Writing.Japanese or Writing.Korean)
            return true;

        var hasInnerMark = written.AsSpan(1).ContainsAnyInRange('A', 'Z')
            || written.AsSpan().ContainsAnyInRange('0', '9');
        return hasInnerMark || (_isSentence && start > 0 && char.IsUpper(written[0]));
    }

    private void ReadKatakana()
    {
        var start = _at++;
        while (_at < text.Length && Writings.IsKatakana(text[_at]))
            _at++;

        _lastSign = '\0';
        var word = text[start.._at].TrimEnd('ー');
        Add(WordWeight.OfKatakana(word));
    }

    private void ReadSign(char sign)
    {
        if (Dated() is { } number)
        {
            AddNumber(Numbers, number);
            return;
        }

        if (_at + 1 < text.Length && WordWeight.OfKnownPair(text.AsSpan(_at, 2)) is { } known)
        {
            Add(known);
            _at += 2;
            _lastSign = '\0';
            return;
        }

        var weight = WordWeight.IsParticle(sign, writing) ? Weights.Particle : Weights.Pair;
        Units.Add(new Unit(sign, UnitKind.Sign, weight, IsName: false));
        if (_lastSign != '\0')
            Bag.Add(WordWeight.OfPair(_lastSign, sign, writing));

        _lastSign = sign;
        _at++;
    }

    // 三月, 十二日: a date in signs is a number like any other.
    private string? Dated()
    {
        var end = _at;
        while (end < text.Length && end - _at < 4 && "一二三四五六七八九十".Contains(text[end], StringComparison.Ordinal))
            end++;

        if (end == _at || end >= text.Length || !"月日号年版".Contains(text[end], StringComparison.Ordinal)
            || !ChineseNumeral.TryParse(text[_at..end], out var number))
        {
            return null;
        }

        _at = end;
        _lastSign = '\0';
        return number.Value.ToString(CultureInfo.InvariantCulture);
    }

    private void Add(Unit unit)
    {
        Units.Add(unit);
        Bag.Add(unit);
    }

    private bool IsDigit(int at) => at < text.Length && char.IsAsciiDigit(text[at]);

    private bool IsWord(int at) =>
        at >= 0 && at < text.Length && char.IsLetterOrDigit(text[at]) && !Writings.IsSign(text[at]);

    private bool IsStage(int at) =>
        text.AsSpan(at) is ['r', 'c', ..] or ['a', >= '0' and <= '9', ..] or ['b', >= '0' and <= '9', ..]
            or ['a', 'l', 'p', ..] or ['b', 'e', 't', ..];

    private static string Plain(string number) => number.TrimStart('0') is { Length: > 0 } plain ? plain : "0";

    private static bool IsSentenceCase(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Where(word => word.Length > 3)
            .ToList();
        return words.Count(word => char.IsUpper(word[0])) * 2 <= words.Count;
    }
}
