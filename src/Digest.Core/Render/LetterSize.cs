using System.Globalization;
using System.Text;
using Digest.Model;

namespace Digest.Render;

/// <summary>
/// Gmail shows about 102 KB of a letter's HTML and hides the rest, and with it the foot (standards.md H4).
/// </summary>
internal static class LetterSize
{
    public const int WarnAbove = 80 * 1024;
    public const int RefuseAbove = 100 * 1024;

    /// <returns>The size in bytes of UTF-8.</returns>
    /// <exception cref="DigestException">The letter is too large to be sent.</exception>
    public static int Check(Issue issue, string html)
    {
        var size = Encoding.UTF8.GetByteCount(html);
        if (size <= RefuseAbove || issue.Imported)
            return size;

        throw new DigestException(string.Create(
            CultureInfo.InvariantCulture,
            $"{issue.Ref}: the letter has {size / 1024} KB of HTML, readers show {RefuseAbove / 1024}; shorten it"));
    }
}
