using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Digest.Gather.Json;

namespace Digest.Gather.Launchpad;

/// <summary>
/// What a connector saw at its last read: for each target its things by name, each with a few fields. Launchpad keeps
/// no journal of changes, so they are found by comparing. The form is named inside; another form is as good as none.
/// </summary>
internal sealed class LaunchpadMemory
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly string _form;

    private readonly Dictionary<string, Dictionary<string, string[]>> _targets = new(StringComparer.Ordinal);

    private LaunchpadMemory(string form) => _form = form;

    public static LaunchpadMemory Empty(string form) => new(form);

    /// <summary>Never fails: what cannot be read was not remembered.</summary>
    /// <param name="text">What <see cref="Write"/> wrote; null at the first read.</param>
    /// <param name="form">The kind and version of what is expected: <c>blueprints/1</c>.</param>
    public static LaunchpadMemory Read(string? text, string form)
    {
        var memory = new LaunchpadMemory(form);
        var root = JsonParts.TryParse(Encoding.UTF8.GetBytes(text ?? ""));
        if (root.Text("form") != form)
            return memory;

        foreach (var (target, things) in root.Part("targets").Members().Where(target => target.Value.IsObject()))
        {
            memory._targets[target] = things.Members()
                .DistinctBy(thing => thing.Name, StringComparer.Ordinal)
                .ToDictionary(
                    thing => thing.Name,
                    thing => thing.Value.Entries().Select(field => field.AsText() ?? "").ToArray(),
                    StringComparer.Ordinal);
        }

        return memory;
    }

    /// <summary>Null if the target was never read.</summary>
    public IReadOnlyDictionary<string, string[]>? Of(string target) => _targets.GetValueOrDefault(target);

    public void Keep(string target, IEnumerable<KeyValuePair<string, string[]>> things) =>
        _targets[target] = new Dictionary<string, string[]>(things, StringComparer.Ordinal);

    /// <exception cref="SourceTroubleException">It is more than may be remembered.</exception>
    public string Write()
    {
        var text = JsonSerializer.Serialize(new { form = _form, targets = _targets }, Options);
        return text.Length <= SourceState.LongestMemory
            ? text
            : throw new SourceTroubleException("project: there is too much to remember; make two sources of it");
    }
}
