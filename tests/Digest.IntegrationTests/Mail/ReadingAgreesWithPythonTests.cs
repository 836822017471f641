using System.Text;
using System.Text.Json;
using Digest.Mail.Mime.Reading;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Mail;

/// <summary>
/// Real, generated and damaged mails, read by Python's <c>email</c> too: the same parts with the same types, subjects,
/// octets and texts, wherever Python itself finds no defect.
/// </summary>
public sealed class ReadingAgreesWithPythonTests : IDisposable
{
    private const string Script = """
        import email, email.policy, hashlib, json, os, sys
        from email.header import decode_header, make_header
        nested = ('message/rfc822', 'message/global', 'message/news')
        wider = {'iso-8859-1': 'cp1252', 'gb2312': 'gb18030', 'gbk': 'gb18030', 'ks_c_5601-1987': 'cp949',
                 'shift_jis': 'cp932', 'euc-kr': 'cp949', 'unicode-1-1-utf-7': 'ascii', 'utf-7': 'ascii'}
        lines = lambda octets: octets.replace(b'\r\n', b'\n').replace(b'\r', b'\n')
        def subject(part):
            value = part['subject']
            return '' if value is None else ' '.join(str(make_header(decode_header(str(value)))).split())
        def text(part, octets):
            charset = (part.get_content_charset() or '').lower()
            if part.get_content_maintype() != 'text' or charset in ('', 'us-ascii') and b'\x1b' in octets:
                return ''
            try:
                return octets.decode(wider.get(charset, charset) or 'ascii')
            except (LookupError, UnicodeDecodeError):
                return ''
        def shape(part, depth):
            kind = part.get_content_type()
            row = [depth, kind, subject(part), '', '']
            yield row
            if part.get_content_maintype() == 'multipart' and part.is_multipart() or kind in nested:
                for child in part.get_payload():
                    yield from shape(child, depth + 1)
            # Python takes two equals signs of quoted-printable for one that is encoded.
            elif not (part.is_multipart() or part['content-transfer-encoding'] == 'quoted-printable'
                      and '==' in part.get_payload()):
                octets = lines(part.get_payload(decode=True) or b'')
                row[3], row[4] = hashlib.sha256(octets).hexdigest(), text(part, octets)
        for name in sorted(os.listdir(sys.argv[1])):
            raw = open(os.path.join(sys.argv[1], name), 'rb').read()
            try:
                mail = email.message_from_bytes(raw)
                rows = list(shape(mail, 0))
                defects = [type(d).__name__ for p in mail.walk() for d in p.defects]
            except Exception as e:
                rows, defects = [], [repr(e)]
            print(json.dumps({'Name': name, 'Defects': defects, 'Rows': rows}))
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("digest-reading-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Real_mails_are_read_alike()
    {
        Assert.SkipWhen(Corpus.SkipReason("bounces") is not null, Corpus.SkipReason("bounces") ?? "");
        foreach (var file in Directory.GetFiles(Corpus.PathOf("bounces"), "*.eml"))
            Write(Path.GetFileName(file), await File.ReadAllBytesAsync(file, Token));

        await CompareAsync(minimum: 50);
    }

    [Fact]
    public async Task Generated_mails_are_read_alike()
    {
        var mails = new MailGenerator(20261119);
        for (var i = 0; i < 2000; i++)
            Write($"{i}.eml", mails.Next());

        await CompareAsync(minimum: 1900);
    }

    [Fact]
    public async Task Damaged_mails_are_read_alike_where_python_finds_no_defect()
    {
        var mails = new MailGenerator(20261120);
        for (var i = 0; i < 2000; i++)
            Write($"{i}.eml", mails.NextDamaged());

        await CompareAsync(minimum: 1200, isDamaged: true);
    }

    private void Write(string name, byte[] mail) => File.WriteAllBytes(Path.Combine(_folder.FullName, name), mail);

    private async Task CompareAsync(int minimum, bool isDamaged = false)
    {
        var reason = await ForeignPython.SkipReasonAsync("email", Token);
        Assert.SkipWhen(reason is not null, reason ?? "");
        var output = await ForeignPython.RunAsync(Script, [_folder.FullName], Token);
        var foreign = output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonSerializer.Deserialize<ForeignReading>(line)!)
            .Where(reading => reading.Defects.Count == 0)
            .Where(reading => !isDamaged || PythonDisagreements.ReasonFor(TextOf(reading.Name)) is null)
            .ToList();

        Assert.True(foreign.Count >= minimum, $"only {foreign.Count} compared");
        var different = foreign.Select(Compare).Where(difference => difference.Length > 0).ToList();
        Assert.True(different.Count == 0, $"{different.Count} differ\n{string.Join('\n', different.Take(10))}");
    }

    private string TextOf(string name) =>
        Encoding.Latin1.GetString(File.ReadAllBytes(Path.Combine(_folder.FullName, name)));

    private string Compare(ForeignReading foreign)
    {
        var message = MimeReader.Read(File.ReadAllBytes(Path.Combine(_folder.FullName, foreign.Name)));
        var ours = MimeShape.Of(message).Index().ToDictionary(row => row.Index, row => row.Item);
        var rows = foreign.Rows.Select(MimeShape.Read).ToList();
        var first = rows.Index().FirstOrDefault(row => !row.Item.IsLike(ours.GetValueOrDefault(row.Index)));
        return first.Item is null && rows.Count == ours.Count
            ? ""
            : $"{foreign.Name}: {first.Item} is not {ours.GetValueOrDefault(first.Index)}";
    }

    private sealed record ForeignReading(string Name, List<string> Defects, List<List<JsonElement>> Rows);
}
