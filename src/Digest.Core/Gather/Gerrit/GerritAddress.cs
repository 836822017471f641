using System.Text;
using Digest.Gather.Web;

namespace Digest.Gather.Gerrit;

/// <summary>Where a review server answers: to people, and to programs with or without a login.</summary>
/// <param name="Web">Ends in a slash; servers may lie below a prefix (<c>https://gerrit.example/r/</c>).</param>
/// <param name="Rest">The same, below <c>a/</c> with a login (rest-api.html#authentication).</param>
/// <param name="Login">The header that signs in; null for a reader without a name.</param>
internal sealed record GerritAddress(Uri Web, Uri Rest, (string Name, string Value)? Login)
{
    /// <param name="url">The source's <c>url</c>; the page of a search, whose fragment is dropped, will do.</param>
    /// <param name="token"><c>user:password</c> with the password for HTTP of the server's settings page.</param>
    /// <exception cref="SourceTroubleException">The login cannot be used.</exception>
    public static GerritAddress Of(Uri url, string? token)
    {
        var path = url.AbsolutePath.EndsWith('/') ? url.AbsolutePath : url.AbsolutePath + "/";
        var web = new Uri(url, path);
        if (token is null)
            return new GerritAddress(web, web, null);

        if (token.IndexOf(':', StringComparison.Ordinal) is <= 0)
            throw new SourceTroubleException("token_env: the variable must hold user:password for this kind of source");
        if (web.Scheme != Uri.UriSchemeHttps && !web.IsLoopback)
            throw WebSession.Trouble(web, "a password is sent over https only; write https:// in the url");

        var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes(token));
        return new GerritAddress(web, new Uri(web, "a/"), ("Authorization", $"Basic {basic}"));
    }
}
