using System.Diagnostics;
using Digest.Model;

namespace Digest.Gather.Command;

/// <summary>What is run: a program with its arguments, without a shell, in an environment of few names.</summary>
internal sealed record CommandLine(string Program, IReadOnlyList<string> Arguments, string Folder)
{
    // What programs cannot do without; tokens of other sources and of the mail server stay here.
    private static readonly string[] Usual =
        OperatingSystem.IsWindows() ? ["PATH", "SystemRoot", "TEMP", "TMP", "USERPROFILE"] : ["PATH", "HOME", "LANG"];

    /// <summary>Names and values; the values of <see cref="Secrets"/> are among them.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>The values that newsletter.yml hands over by name: they must not show in messages.</summary>
    public required IReadOnlyList<string> Secrets { get; init; }

    /// <param name="source">Its <c>run</c> and <c>environment</c>.</param>
    /// <param name="folder">The newsletter's folder.</param>
    /// <param name="read">Gives an environment variable, or null.</param>
    /// <exception cref="SourceTroubleException">There is no such program, or a variable is not set.</exception>
    public static CommandLine Of(SourceDefinition source, string folder, Func<string, string?> read)
    {
        var run = source.Settings.Texts(CommandSourceReader.Run);
        var program = ProgramPlace.Find(run[0], folder, read("PATH"))
            ?? throw NotFound(run[0]);
        var handed = source.Settings.Texts(CommandSourceReader.Names)
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(name => name, name => read(name) ?? throw new SourceTroubleException(
                $"environment: the variable {name} is not set; set it or take it out"));
        var usual = Usual.Where(name => !handed.ContainsKey(name))
            .Select(name => KeyValuePair.Create(name, read(name)))
            .Where(pair => pair.Value is not null)
            .Select(pair => KeyValuePair.Create(pair.Key, pair.Value!));
        return new CommandLine(program, [.. run.Skip(1)], folder)
        {
            Environment = new Dictionary<string, string>([.. usual, .. handed]),
            Secrets = [.. handed.Where(pair => !Usual.Contains(pair.Key)).Select(pair => pair.Value)],
        };
    }

    private static SourceTroubleException NotFound(string program) => new(
        $"run: there is no program '{program}'; a name with a slash is looked for below the newsletter's folder, any "
        + (program.Contains(' ') ? "other on the PATH, and arguments are written as a list: [program, argument]"
            : "other on the PATH"));

    public ProcessStartInfo ToStartInfo()
    {
        var info = new ProcessStartInfo(Program, Arguments)
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        info.Environment.Clear();
        foreach (var (name, value) in Environment)
            info.Environment[name] = value;

        return info;
    }
}
