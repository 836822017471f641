namespace Digest.Feeds.Xml;

/// <summary>
/// The bases that tags inside a text state for themselves: RFC 4287 §2 lets any element have its xml:base, those of
/// XHTML too, and once the text is HTML nothing is left of them.
/// </summary>
internal sealed class InnerBases(XmlScope outer)
{
    private readonly List<(int Depth, XmlScope Scope)> _scopes = [];
    private int _depth;

    /// <summary>Goes into a tag.</summary>
    /// <param name="attributes">Those of the tag.</param>
    /// <param name="staysOpen">False for a tag that has no end.</param>
    /// <returns>The base of its addresses; null where that is the one of the whole text.</returns>
    public Uri? Enter(XmlAttributes attributes, bool staysOpen)
    {
        var around = _scopes.Count > 0 ? _scopes[^1].Scope : outer;
        var scope = around.Enter(attributes);
        if (staysOpen)
        {
            _depth++;
            if (!ReferenceEquals(scope, around))
                _scopes.Add((_depth, scope));
        }

        return ReferenceEquals(scope, outer) ? null : scope.Base;
    }

    public void Leave()
    {
        while (_scopes.Count > 0 && _scopes[^1].Depth >= _depth)
            _scopes.RemoveAt(_scopes.Count - 1);

        _depth = Math.Max(0, _depth - 1);
    }
}
