namespace Digest.Render;

/// <summary>The compiled Handlebars templates of a folder.</summary>
public sealed class Templates
{
}
