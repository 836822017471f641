using Digest.Model;
using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;

namespace Digest.Templating;

/// <summary>
/// Compiled Handlebars templates and the style sheets beside them. <c>X.html.hbs</c> escapes what it writes,
/// <c>X.txt.hbs</c> does not; partials come from <c>partials/</c> alone, and there are no helpers beyond the built-in.
/// </summary>
public sealed class TemplateSet
{
    private readonly IHandlebars _html = CreateEngine(isText: false);
    private readonly IHandlebars _text = CreateEngine(isText: true);
    private readonly Dictionary<string, HandlebarsTemplate<object, object>> _templates = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _styles = new(StringComparer.Ordinal);
    private readonly string _origin;

    private TemplateSet(string origin) => _origin = origin;

    /// <summary>Reads the files of the folders; a later folder wins.</summary>
    /// <exception cref="DigestException">A folder cannot be read or a template is broken.</exception>
    public static TemplateSet Load(IReadOnlyList<string> folders)
    {
        var files = new SortedDictionary<string, TemplateFile>(StringComparer.Ordinal);
        foreach (var file in folders.SelectMany(TemplateFile.ReadFolder))
            files[file.Name] = file;

        return Compile(folders[0], files.Values);
    }

    /// <param name="origin">Where templates should be, for messages.</param>
    /// <exception cref="DigestException">A template is broken.</exception>
    public static TemplateSet Compile(string origin, IEnumerable<TemplateFile> files)
    {
        var set = new TemplateSet(origin);
        foreach (var file in files.OrderByDescending(file => file.IsPartial))
            set.Add(file);

        return set;
    }

    /// <param name="name">The file's name without <c>.hbs</c>: <c>page.html</c>.</param>
    /// <exception cref="DigestException">There is no such template, or it asks for what the model has not.</exception>
    public string Render(string name, object model)
    {
        if (!_templates.TryGetValue(name, out var template))
            throw Missing($"{name}.hbs");

        try
        {
            return template(model).ReplaceLineEndings("\n");
        }
        catch (Exception broken) when (broken is HandlebarsException or HandlebarsUndefinedBindingException)
        {
            throw Broken($"{name}.hbs", broken);
        }
    }

    /// <param name="name">The file's name: <c>mail.css</c>.</param>
    /// <exception cref="DigestException">There is no such style sheet.</exception>
    public string Style(string name) => _styles.TryGetValue(name, out var style) ? style : throw Missing(name);

    private static IHandlebars CreateEngine(bool isText)
    {
        var configuration = new HandlebarsConfiguration
        {
            NoEscape = isText,
            TextEncoder = new HtmlText(),
            ThrowOnUnresolvedBindingExpression = true,
            FormatProvider = System.Globalization.CultureInfo.InvariantCulture,
        };
        configuration.FormatterProviders.Add(new CleanHtmlFormatter());
        return Handlebars.Create(configuration);
    }

    private void Add(TemplateFile file)
    {
        if (file.IsStyle)
        {
            _styles[file.Name] = file.Text.ReplaceLineEndings("\n");
            return;
        }

        var engine = file.IsText ? _text : _html;
        try
        {
            file.RefuseRawOutput();
            if (file.IsPartial)
                engine.RegisterTemplate(file.TemplateName, file.Text.ReplaceLineEndings("\n"));
            else
                _templates[file.TemplateName] = engine.Compile(file.Text.ReplaceLineEndings("\n"));
        }
        catch (HandlebarsException broken)
        {
            throw Broken(file.Name, broken);
        }
    }

    private DigestException Missing(string file) =>
        new($"{Path.Combine(_origin, file)}: the template is missing; {TemplateFile.Remedy}");

    private DigestException Broken(string file, Exception reason)
    {
        var message = string.Join(' ', reason.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return new DigestException(
            $"{Path.Combine(_origin, file)}: {message}; mend the template or restore the default one", reason);
    }
}
