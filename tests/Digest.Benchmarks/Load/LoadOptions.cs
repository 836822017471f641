namespace Digest.Benchmarks.Load;

/// <summary>What to send, and where.</summary>
internal sealed record LoadOptions
{
    public string Host { get; init; } = "127.0.0.1";

    public int Port { get; init; } = 2525;

    public int Connections { get; init; } = 8;

    public int Letters { get; init; } = 20_000;

    /// <summary>Octets of a letter, where its text is made up.</summary>
    public int Size { get; init; } = 40_000;

    /// <summary>Letters after which figures are printed; 0 prints them at the end.</summary>
    public int Stretch { get; init; }

    /// <summary>Whether each letter is signed.</summary>
    public bool Dkim { get; init; }

    /// <summary>Whether BDAT stands for DATA.</summary>
    public bool Chunking { get; init; }

    /// <summary>Reads <c>--port 2525 --connections 8 …</c>; a flag stands alone.</summary>
    public static LoadOptions Parse(IReadOnlyList<string> args) => new()
    {
        Host = Text(args, "--host", "127.0.0.1"),
        Port = Number(args, "--port", 2525),
        Connections = Number(args, "--connections", 8),
        Letters = Number(args, "--letters", 20_000),
        Size = Number(args, "--size", 40_000),
        Stretch = Number(args, "--stretch", 0),
        Dkim = args.Contains("--dkim"),
        Chunking = args.Contains("--chunking"),
    };

    public static int Number(IReadOnlyList<string> args, string name, int otherwise) =>
        int.Parse(Text(args, name, $"{otherwise}"), System.Globalization.CultureInfo.InvariantCulture);

    private static string Text(IReadOnlyList<string> args, string name, string otherwise)
    {
        for (var i = 0; i < args.Count - 1; i++)
        {
            if (args[i] == name)
                return args[i + 1];
        }

        return otherwise;
    }
}
