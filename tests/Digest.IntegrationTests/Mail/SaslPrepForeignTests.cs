using System.Globalization;
using Digest.Mail.Smtp.Sasl;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Mail;

/// <summary>SASLprep against Python, whose module has the tables of RFC 3454 and the Unicode of their time.</summary>
public sealed class SaslPrepForeignTests
{
    /// <summary>Prints each assigned code point with what becomes of it, alone and between Hebrew letters.</summary>
    private const string Script =
        """
        import stringprep as s
        from unicodedata import ucd_3_2_0 as unicode
        banned = [s.in_table_c12, s.in_table_c21_c22, s.in_table_c3, s.in_table_c4, s.in_table_c5, s.in_table_c6,
                  s.in_table_c7, s.in_table_c8, s.in_table_c9]
        def prepare(text):
            text = ''.join(' ' if s.in_table_c12(c) else '' if s.in_table_b1(c) else c for c in text)
            text = unicode.normalize('NFKC', text)
            if any(f(c) for c in text for f in banned):
                return '-'
            if any(map(s.in_table_d1, text)) and (
                    any(map(s.in_table_d2, text)) or not s.in_table_d1(text[0]) or not s.in_table_d1(text[-1])):
                return '-'
            return ' '.join('%X' % ord(c) for c in text)
        for i in range(0x110000):
            if 0xD800 <= i < 0xE000 or s.in_table_a1(chr(i)):
                continue
            print('%X\t%s\t%s' % (i, prepare(chr(i)), prepare('\u05d0' + chr(i) + '\u05d0')))
        """;

    /// <summary>
    /// Five compatibility forms that Unicode itself corrected after 3.2 (Corrigendum 4); no keyboard types them.
    /// </summary>
    private static readonly string[] Corrected = ["2F868", "2F874", "2F91F", "2F95F", "2F9BF"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_code_point_of_unicode_3_2_is_prepared_as_python_does()
    {
        var reason = await ForeignPython.SkipReasonAsync("stringprep", Token);
        Assert.SkipWhen(reason is not null, reason ?? "");
        var output = await ForeignPython.RunAsync(Script, [], Token);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.True(lines.Length > 200_000);
        var wrong = lines.Select(line => line.Split('\t')).Where(words => !Agrees(words)).ToList();
        Assert.True(
            wrong.Select(words => words[0]).SequenceEqual(Corrected), string.Join('\n', wrong.Select(Describe)));
    }

    private static bool Agrees(string[] words)
    {
        var text = Read(words[0]);
        return Prepared(text) == words[1] && Prepared($"\u05d0{text}\u05d0") == words[2];
    }

    private static string Describe(string[] words)
    {
        var text = Read(words[0]);
        return $"U+{words[0]}: {words[1]} / {words[2]}, here {Prepared(text)} / {Prepared($"\u05d0{text}\u05d0")}";
    }

    private static string Read(string codePoint) =>
        char.ConvertFromUtf32(int.Parse(codePoint, NumberStyles.HexNumber, CultureInfo.InvariantCulture));

    private static string Prepared(string text) => SaslPrep.TryPrepare(text, out var prepared)
        ? string.Join(' ', prepared.EnumerateRunes().Select(
            rune => rune.Value.ToString("X", CultureInfo.InvariantCulture)))
        : "-";
}
