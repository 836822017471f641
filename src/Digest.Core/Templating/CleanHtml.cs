namespace Digest.Templating;

/// <summary>
/// HTML that was cleaned by the allow-list (or a style sheet of the operator's). The one type that templates write
/// without escaping; every other value is escaped, and raw output (<c>{{{x}}}</c>) is refused.
/// </summary>
public sealed record CleanHtml(string Value)
{
    public override string ToString() => Value;
}
