using System.Buffers;

namespace Digest.Mail.Plans;

/// <summary>
/// A text cut at its slots: a literal before each and one, perhaps empty, after the last. Where two markers start at
/// one place the longer one is meant. Searched once, so that a value that looks like a marker stays what it is.
/// </summary>
internal sealed class SlottedText
{
    private readonly List<string> _literals = [];
    private readonly List<SlotUse> _uses = [];

    private SlottedText() { }

    /// <summary>One more than the uses.</summary>
    public IReadOnlyList<string> Literals => _literals;

    public IReadOnlyList<SlotUse> Uses => _uses;

    public static SlottedText Of(string text, IReadOnlyList<Slot> slots, bool isHtml = false)
    {
        var result = new SlottedText();
        var markers = SearchValues.Create([.. slots.Select(slot => slot.Marker)], StringComparison.Ordinal);
        var rest = text.AsSpan();
        for (var at = rest.IndexOfAny(markers); at >= 0; at = rest.IndexOfAny(markers))
        {
            var slot = LongestAt(rest[at..], slots);
            result._literals.Add(rest[..at].ToString());
            result._uses.Add(new SlotUse(slot, isHtml && slots[slot].Encoding == SlotEncoding.Text));
            rest = rest[(at + slots[slot].Marker.Length)..];
        }

        result._literals.Add(rest.ToString());
        return result;
    }

    public string Fill(PlanValues values)
    {
        var pieces = new string[_literals.Count + _uses.Count];
        pieces[0] = _literals[0];
        for (var i = 0; i < _uses.Count; i++)
        {
            pieces[(2 * i) + 1] = _uses[i].ValueOf(values);
            pieces[(2 * i) + 2] = _literals[i + 1];
        }

        return string.Concat(pieces);
    }

    private static int LongestAt(ReadOnlySpan<char> text, IReadOnlyList<Slot> slots)
    {
        var longest = -1;
        for (var i = 0; i < slots.Count; i++)
        {
            var isLonger = longest < 0 || slots[i].Marker.Length > slots[longest].Marker.Length;
            if (isLonger && text.StartsWith(slots[i].Marker, StringComparison.Ordinal))
                longest = i;
        }

        return longest;
    }
}
