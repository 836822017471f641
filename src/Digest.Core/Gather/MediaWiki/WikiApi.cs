using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Digest.Gather.Json;
using Digest.Gather.Web;
using Digest.Markup;

namespace Digest.Gather.MediaWiki;

/// <summary>
/// Asks a wiki's <c>api.php</c> for a query until it is answered whole: as continued since MediaWiki 1.21
/// (<c>continue</c>) and as before (<c>query-continue</c>). A wiki answers with status 200 when it refuses.
/// </summary>
internal sealed class WikiApi(WebSession web, Uri address)
{
    private readonly HashSet<string> _warnings = new(StringComparer.Ordinal);

    public Uri Address { get; } = address;

    /// <summary>What the wiki did not understand, once each.</summary>
    public IReadOnlyCollection<string> Warnings => _warnings;

    /// <summary>The part <c>query</c> of every answer.</summary>
    /// <exception cref="SourceTroubleException">An answer cannot be read, or the wiki refuses.</exception>
    public async IAsyncEnumerable<JsonElement> QueryAsync(
        IReadOnlyList<(string Name, string Value)> parameters,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var more = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["continue"] = "" };
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (more.Count > 0)
        {
            var asked = AddressOf(parameters.Concat(more.Select(pair => (pair.Key, pair.Value))));
            if (!seen.Add(asked.AbsoluteUri))
                throw WebSession.Trouble(asked, "the wiki continues in a circle; try later");

            var (root, answer) = await web.GetJsonAsync(Request(asked), cancellationToken);
            Refuse(root, asked, answer);
            yield return root.Part("query");
            more = Continuation(root);
        }
    }

    private WebRequest Request(Uri asked) => new(asked)
    {
        Credentials = web.Token is { } token ? ("Authorization", $"Bearer {token}") : null,
    };

    private Uri AddressOf(IEnumerable<(string Name, string Value)> parameters)
    {
        // With maxlag a wiki whose copies lag behind says so instead of working harder (its etiquette for programs).
        var query = new StringBuilder("?action=query&format=json&maxlag=5");
        foreach (var (name, value) in parameters)
            query.Append('&').Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));

        return new Uri(Address.GetLeftPart(UriPartial.Path) + query);
    }

    private static SortedDictionary<string, string> Continuation(JsonElement root)
    {
        IEnumerable<JsonElement> parts = root.Has("continue")
            ? [root.Part("continue")]
            : root.Part("query-continue").Members().Select(module => module.Value);
        var more = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in parts.SelectMany(part => part.Members()))
            more[name] = value.AsText() ?? "";

        return more;
    }

    private void Refuse(JsonElement root, Uri asked, WebAnswer.Found answer)
    {
        _warnings.UnionWith(
            root.Part("warnings").Members().Select(part => WarningOf(part.Value)).OfType<string>());

        var error = root.Part("error");
        var code = PlainLine.Of(error.Text("code") ?? "");
        if (code.Length > 0)
            throw WebSession.Trouble(asked, WikiError.Words(code, PlainLine.Of(error.Text("info") ?? ""), answer));
        if (root.ValueKind != JsonValueKind.Object)
            throw WebSession.Trouble(asked, "the answer is not that of a MediaWiki; check the url in newsletter.yml");
    }

    // Versions before 1.21 do not know how they are asked to continue, and do it in their own way.
    private static string? WarningOf(JsonElement part) =>
        (part.Text("*") ?? part.Text("warnings")) is { } text && !text.Contains("'continue'", StringComparison.Ordinal)
            ? $"the wiki warns: {PlainLine.Of(text)}"
            : null;
}
