namespace Digest.Gather.Mails;

/// <summary>Finds the tag that a list puts before every subject, which tells nothing of a mail.</summary>
internal static class ListPrefix
{
    private const int FewestMails = 5;

    /// <param name="mails">What was read of the list.</param>
    /// <param name="listName">As its address names it: <c>keel-dev</c>.</param>
    /// <returns>The tag; null if the list has none.</returns>
    public static string? Of(IReadOnlyList<ListMail> mails, string listName)
    {
        var first = mails.Select(mail => mail.Subject.Tags.Count > 0 ? mail.Subject.Tags[0] : null).ToList();
        if (first.FirstOrDefault(tag => tag is not null && Letters(tag) == Letters(listName)) is { } named)
            return named;

        return first.Count >= FewestMails && first[0] is { } only && first.TrueForAll(tag => IsSame(tag, only))
            ? only
            : null;
    }

    public static bool IsSame(string? one, string? other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static string Letters(string name) =>
        string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
