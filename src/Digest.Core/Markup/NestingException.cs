namespace Digest.Markup;

/// <summary>Parsing this HTML would take forever: see <see cref="NestingGuard"/>.</summary>
internal sealed class NestingException() : Exception("The HTML opens too many elements without closing them.");
