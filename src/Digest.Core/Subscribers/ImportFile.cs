using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;
using Digest.Model;

namespace Digest.Subscribers;

/// <summary>
/// Reads the rows of a subscriber file one by one: any column order and case; comma, semicolon or tab.
/// </summary>
internal static class ImportFile
{
    private const int MaxRecordOctets = 64 * 1024;
    private static readonly char[] Separators = [',', ';', '\t'];

    /// <param name="stream">Seekable.</param>
    /// <param name="source">The file's name, for messages.</param>
    /// <param name="refused">Gets the rows that are no CSV.</param>
    /// <param name="cancellationToken">Checked between rows.</param>
    /// <exception cref="DigestException">There is no header row with a column named email, or a row never
    /// ends.</exception>
    public static async IAsyncEnumerable<ImportRow> ReadAsync(
        Stream stream,
        string source,
        ICollection<RefusedRow> refused,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var encoding = await CsvText.DetectAsync(stream, cancellationToken);
        var separator = await SeparatorAsync(stream, encoding, cancellationToken);
        using var text = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        await using var csv = CsvReader.Create(text, Options(separator, refused));
        if (!await NextAsync(() => HasEmailAsync(csv, cancellationToken), source))
            throw new DigestException(
                $"{source}:1: the header row has no column 'email'; name the columns, such as email,name,language");

        while (await NextAsync(() => csv.ReadAsync(cancellationToken), source))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return Row(csv);
        }
    }

    /// <summary>
    /// The names of the columns hold none of the three, so whichever the header has most of separates.
    /// </summary>
    private static async Task<char> SeparatorAsync(
        Stream stream, Encoding encoding, CancellationToken cancellationToken)
    {
        using var text = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var start = new char[4096];
        var length = await text.ReadBlockAsync(start, cancellationToken);
        stream.Position = 0;

        var header = new string(start, 0, length).Split('\n', 2)[0];
        return Separators.MaxBy(mark => header.Count(c => c == mark));
    }

    /// <summary>
    /// No name or address has a line break, so one in quotes is a quote left open: it costs its row, not the file.
    /// </summary>
    private static CsvReaderOptions Options(char separator, ICollection<RefusedRow> refused) => new()
    {
        Separator = separator,
        TrimWhitespace = true,
        TrimInsideQuotes = true,
        AllowLineBreaksInQuotes = false,
        MalformedData = CsvMalformedDataHandling.Skip,
        OnMalformedRecord = row => refused.Add(new RefusedRow(Line(row.LineNumber), "the quotes do not match")),
        MaxRecordSize = MaxRecordOctets,
        TrackLineNumbers = true,
    };

    private static async ValueTask<bool> HasEmailAsync(CsvReader csv, CancellationToken cancellationToken)
    {
        await csv.ReadHeaderAsync(cancellationToken);
        return csv.TryGetFieldIndex("email", out _);
    }

    private static async Task<bool> NextAsync(Func<ValueTask<bool>> read, string source)
    {
        try
        {
            return await read();
        }
        catch (CsvFormatException trouble)
        {
            throw new DigestException(
                $"{source}:{trouble.LineNumber}: no CSV row can be read from here on; is this a CSV file?", trouble);
        }
    }

    private static ImportRow Row(CsvReader csv)
    {
        string? Field(string name) =>
            csv.TryGetFieldIndex(name, out var i) && i < csv.FieldCount && csv.GetString(i) is { Length: > 0 } field
                ? field
                : null;

        return new ImportRow(
            Line(csv.LineNumber), Field("email"), Field("name"), Field("language"), Field("topics"), Field("timezone"))
        {
            State = Field("state"),
            Suppressed = Field("suppressed"),
        };
    }

    private static int Line(long number) => checked((int)number);
}
