using System.Collections.Frozen;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;

namespace Digest.Markup;

/// <summary>
/// Stops a parse in which ever more elements are opened and never closed. For each new tag the HTML algorithm walks
/// over all that are open, and copies all open formatting (<c>&lt;b&gt;</c>) into the next paragraph: a megabyte of
/// that would take minutes and all memory. The guard adds up this work as it arises; real pages stay a hundred times
/// below the limit.
/// </summary>
internal sealed class NestingGuard
{
    private const int MostWork = 5_000_000;
    private const int CostOfCopy = 4;

    // Elements without content, and those that the next of their kind closes.
    private static readonly FrozenSet<string> NeverNested = Set(
        "area base br col embed hr img input link meta param source track wbr "
        + "p li dt dd tr td th thead tbody tfoot option rt rp");

    private static readonly FrozenSet<string> Formatting = Set(
        "a b big code em font i nobr s small strike strong tt u");

    private readonly Dictionary<string, int> _open = [];
    private long _cost;
    private long _work;

    /// <exception cref="NestingException">The limit is reached.</exception>
    public void Watch(HtmlToken token)
    {
        if (token.Type == HtmlTokenType.StartTag)
            Open(token.Name);
        else if (token.Type == HtmlTokenType.EndTag)
            Close(token.Name);
    }

    private void Open(string name)
    {
        _work += _cost;
        if (_work > MostWork)
            throw new NestingException();

        if (NeverNested.Contains(name))
            return;

        _open[name] = _open.GetValueOrDefault(name) + 1;
        _cost += CostOf(name);
    }

    private void Close(string name)
    {
        // An end tag without its start closes nothing.
        if (_open.GetValueOrDefault(name) is not (> 0 and var count))
            return;

        _open[name] = count - 1;
        _cost -= CostOf(name);
    }

    private static int CostOf(string name) => Formatting.Contains(name) ? 1 + CostOfCopy : 1;

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet();
}
