using System.Buffers;

namespace Digest.Mail.Plans;

/// <summary>One occurrence of a slot in a template.</summary>
/// <param name="Index">Which of the plan's slots.</param>
/// <param name="IsEscaped">True where it stands in HTML and its value is not HTML.</param>
internal readonly record struct SlotUse(int Index, bool IsEscaped)
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"'");

    public string ValueOf(PlanValues values)
    {
        var value = values.Slots[Index];
        return IsEscaped && value.AsSpan().ContainsAny(Special) ? Escape(value) : value;
    }

    private static string Escape(string value) => value
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("'", "&#39;", StringComparison.Ordinal);
}
