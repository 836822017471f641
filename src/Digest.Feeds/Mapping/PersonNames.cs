using System.Text.RegularExpressions;
using Digest.Feeds.Xml;

namespace Digest.Feeds.Mapping;

/// <summary>People out of what feeds put in author elements.</summary>
internal static partial class PersonNames
{
    /// <summary>The names alone: addresses are left out for their privacy.</summary>
    public static IReadOnlyList<string> NamesOf(IReadOnlyList<FeedPerson> people)
    {
        if (people.Count == 0)
            return [];

        var names = people.Select(person => person.Name).Where(name => name.Length > 0).Distinct().ToArray();
        return names.Length == 0 ? [] : names;
    }

    /// <summary>Everybody in the fields of a kind; fields that tell nothing are left out.</summary>
    public static IReadOnlyList<FeedPerson> In(IReadOnlyList<XmlField> fields, FeedSpace space, string name)
    {
        List<FeedPerson>? people = null;
        for (var i = 0; i < fields.Count; i++)
        {
            if (fields[i].Space == space && fields[i].Name == name && Of(fields[i]) is { } person)
                (people ??= []).Add(person);
        }

        return people ?? (IReadOnlyList<FeedPerson>)[];
    }

    private static FeedPerson? Of(XmlField field)
    {
        if (field.Fields.Count == 0)
            return Of(field.Text);

        var named = Child(field, "name") is { Length: > 0 } name ? Of(name) ?? new FeedPerson() : new FeedPerson();
        var email = Child(field, "email") is { Length: > 0 } address ? HtmlText.OneLine(address) : named.Email;
        var page = Child(field, "uri") ?? Child(field, "url") ?? Child(field, "homepage");
        var url = Links.Resolve(field.Scope.Base, page);
        return named.Name.Length == 0 && email is null && url is null
            ? null
            : named with { Email = email, Url = url };
    }

    private static string? Child(XmlField field, string name)
    {
        foreach (var child in field.Fields)
        {
            if (child.Name == name)
                return child.Text;
        }

        return null;
    }

    /// <summary>
    /// <c>ann@example.org (Ann)</c>, <c>Ann (ann@example.org)</c> and <c>Ann &lt;ann@example.org&gt;</c> are Ann; a
    /// bare address is somebody without a name. Null for nobody.
    /// </summary>
    public static FeedPerson? Of(string text)
    {
        var line = HtmlText.OneLine(text);
        if (line.Length == 0)
            return null;
        if (!line.Contains('@', StringComparison.Ordinal))
            return new FeedPerson { Name = Trimmed(line) };
        if (AddressThenName().Match(line) is { Success: true } match)
            return new FeedPerson { Name = Trimmed(match.Groups[2].Value), Email = match.Groups[1].Value };

        var address = Address().Match(line);
        var name = Trimmed(Address().Replace(line, ""));
        return name.Length == 0 && !address.Success
            ? null
            : new FeedPerson { Name = name, Email = address.Success ? address.Groups[1].Value : null };
    }

    private static string Trimmed(string name) => name.Trim(' ', '"', ',', '(', ')', '<', '>', ';');

    [GeneratedRegex("""^([^\s@()]{1,64}@[^\s@()]{1,255}) \((.{1,200})\)$""", RegexOptions.CultureInvariant)]
    private static partial Regex AddressThenName();

    [GeneratedRegex(
        """(?:<|\(|mailto:)?(?<![^\s<(:,;])([^\s@<>()"]{1,64}@[^\s@<>()"]{1,255})>?""", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
