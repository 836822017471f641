using System.Diagnostics.CodeAnalysis;
using HandlebarsDotNet;
using HandlebarsDotNet.IO;

namespace Digest.Templating;

/// <summary>Lets <see cref="CleanHtml"/> pass the template engine unescaped.</summary>
internal sealed class CleanHtmlFormatter : IFormatter, IFormatterProvider
{
    public bool TryCreateFormatter(Type type, [MaybeNullWhen(false)] out IFormatter formatter)
    {
        formatter = type == typeof(CleanHtml) ? this : null;
        return formatter is not null;
    }

    public void Format<T>(T value, in EncodedTextWriter writer) => writer.WriteSafeString(value!.ToString()!);
}
