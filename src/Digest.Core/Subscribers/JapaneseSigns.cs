namespace Digest.Subscribers;

/// <summary>
/// Tells whether what was read as Shift_JIS is Japanese. Kana says so. Kanji alone say so where there is no half-width
/// kana, because Chinese in GB18030 read as Shift_JIS is full of those: the octets of its common characters.
/// </summary>
internal sealed class JapaneseSigns
{
    private bool _hasKana;
    private bool _hasHalfWidth;
    private bool _hasKanji;

    public bool IsJapanese => _hasKana || (_hasKanji && !_hasHalfWidth);

    public void See(ReadOnlySpan<char> text)
    {
        _hasKana |= text.ContainsAnyInRange('\u3041', '\u30FA');
        _hasHalfWidth |= text.ContainsAnyInRange('\uFF61', '\uFF9F');
        _hasKanji |= text.ContainsAnyInRange('\u4E00', '\u9FFF');
    }
}
