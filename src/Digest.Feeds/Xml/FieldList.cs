namespace Digest.Feeds.Xml;

/// <summary>Looks fields up by name.</summary>
internal static class FieldList
{
    public static XmlField? First(IReadOnlyList<XmlField> fields, FeedSpace space, string name)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            if (fields[i].Space == space && fields[i].Name == name)
                return fields[i];
        }

        return null;
    }

    public static IEnumerable<XmlField> All(IReadOnlyList<XmlField> fields, FeedSpace space, string name)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            if (fields[i].Space == space && fields[i].Name == name)
                yield return fields[i];
        }
    }
}
