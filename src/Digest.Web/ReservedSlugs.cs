using Digest.Model;

namespace Digest.Web;

/// <summary>First path segments that the program answers itself; a newsletter of that name is never seen.</summary>
public static class ReservedSlugs
{
    private static readonly string[] Names = ["api", "healthz", "unsubscribe"];

    /// <summary>A line for every newsletter whose address is taken.</summary>
    public static IReadOnlyList<string> Errors(IEnumerable<Newsletter> newsletters) =>
    [
        .. from newsletter in newsletters
           where Names.Contains(newsletter.Slug, StringComparer.OrdinalIgnoreCase)
           select $"{Path.Combine(newsletter.Folder, "newsletter.yml")}: slug: '{newsletter.Slug}' is an address of "
               + "the program itself; rename the folder or set another slug",
    ];
}
