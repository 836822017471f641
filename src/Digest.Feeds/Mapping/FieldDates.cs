using Digest.Feeds.Xml;

namespace Digest.Feeds.Mapping;

/// <summary>Dates in fields; UTC where none says a zone.</summary>
internal static class FieldDates
{
    /// <summary>The first of some fields that holds a date.</summary>
    public static DateTimeOffset? FirstOf(params ReadOnlySpan<XmlField?> fields)
    {
        foreach (var field in fields)
        {
            if (field is not null && FeedDate.TryParse(field.Text, TimeZoneInfo.Utc, out var date))
                return date;
        }

        return null;
    }
}
