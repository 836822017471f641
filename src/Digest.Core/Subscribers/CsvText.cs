using System.Text;

namespace Digest.Subscribers;

/// <summary>
/// Finds the encoding of a CSV file by reading it through once in pieces: a BOM, else UTF-8 where the whole file is
/// valid, else Shift_JIS where it is valid and reads as Japanese, else GB18030 (which holds GB2312 and GBK).
/// Spreadsheets in Japan and China still save the last two.
/// </summary>
internal static class CsvText
{
    private const int PieceLength = 64 * 1024;

    /// <param name="stream">Seekable; left at its start.</param>
    public static async Task<Encoding> DetectAsync(Stream stream, CancellationToken cancellationToken)
    {
        if (await BomAsync(stream, cancellationToken) is { } marked)
            return marked;
        if (await ReadsAsync(stream, new UTF8Encoding(false, true), needsJapanese: false, cancellationToken))
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

        return await ReadsAsync(stream, Legacy("shift_jis"), needsJapanese: true, cancellationToken)
            ? Legacy("shift_jis")
            : CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;
    }

    private static Encoding Legacy(string name) => CodePagesEncodingProvider.Instance.GetEncoding(
        name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    private static async Task<Encoding?> BomAsync(Stream stream, CancellationToken cancellationToken)
    {
        var start = new byte[3];
        stream.Position = 0;
        var length = await stream.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken);
        stream.Position = 0;
        return start.AsSpan(0, length) switch
        {
            [0xEF, 0xBB, 0xBF] => Encoding.UTF8,
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            _ => null,
        };
    }

    private static async Task<bool> ReadsAsync(
        Stream stream, Encoding encoding, bool needsJapanese, CancellationToken cancellationToken)
    {
        stream.Position = 0;
        using var reader = new StreamReader(stream, encoding, false, PieceLength, leaveOpen: true);
        var piece = new char[PieceLength];
        var signs = new JapaneseSigns();
        try
        {
            int read;
            while ((read = await reader.ReadAsync(piece, cancellationToken)) > 0)
                signs.See(piece.AsSpan(0, read));
            return !needsJapanese || signs.IsJapanese;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
        finally
        {
            stream.Position = 0;
        }
    }
}
