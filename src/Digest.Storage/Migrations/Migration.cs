using System.Globalization;

namespace Digest.Storage.Migrations;

/// <summary>One numbered step of the schema. Steps are only ever added: a released one never changes.</summary>
/// <param name="Version">1 for the first; without gaps.</param>
/// <param name="Name">What it does, from the file's name.</param>
/// <param name="Sql">Statements with the dialect's placeholders.</param>
internal sealed record Migration(int Version, string Name, string Sql)
{
    private const string Folder = "Migrations/";

    /// <summary>The embedded files <c>Migrations/NNNN_name.sql</c>, in order.</summary>
    public static IReadOnlyList<Migration> Embedded { get; } = ReadEmbedded();

    private static Migration[] ReadEmbedded()
    {
        var assembly = typeof(Migration).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => Read(name[Folder.Length..], assembly.GetManifestResourceStream(name)!))
            .ToArray();
    }

    private static Migration Read(string file, Stream stream)
    {
        using var reader = new StreamReader(stream);
        var parts = file.Split('_', 2);
        return new Migration(int.Parse(parts[0], CultureInfo.InvariantCulture), parts[1], reader.ReadToEnd());
    }
}
