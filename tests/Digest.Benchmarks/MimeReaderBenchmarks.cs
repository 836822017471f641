using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Digest.Mail.Mime.Reading;
using Digest.Testing;

namespace Digest.Benchmarks;

/// <summary>
/// A mailbox file of the bounce corpus over and over, read from memory: every message is cut out and copied, every part
/// of it opened. A mean is the time of one megabyte (10^6 octets). Python reads a smaller file of the same make; its
/// start-up and reading the file are left out of what it reports, and its process is in what is measured.
/// </summary>
[MemoryDiagnoser]
[SimpleJob(RunStrategy.Monitoring, warmupCount: 2, iterationCount: 5)]
public class MimeReaderBenchmarks
{
    private const int Megabytes = 200;
    private const int PythonMegabytes = 5;

    private const string Script = """
        import email, sys, time
        raw = open(sys.argv[1], 'rb').read()
        start = time.process_time()
        for message in raw.split(b'\n\nFrom a@b.example Thu'):
            for part in email.message_from_bytes(message[message.index(b'\n') + 1:]).walk():
                part['From'], part['To'], part['Subject'], part['Content-Type'], part.get_payload(decode=True)
        print('Python MB/s', len(raw) / 1e6 / (time.process_time() - start))
        """;

    private readonly string _file = Path.GetTempFileName();
    private byte[] _mbox = [];

    [GlobalSetup]
    public void Setup()
    {
        _mbox = Mbox(Megabytes);
        File.WriteAllBytes(_file, Mbox(PythonMegabytes));
    }

    [GlobalCleanup]
    public void Cleanup() => File.Delete(_file);

    [Benchmark(Baseline = true, OperationsPerInvoke = Megabytes)]
    public async Task<long> FourFieldsAndEveryBody()
    {
        var sum = 0L;
        await foreach (var message in MboxReader.ReadAsync(new MemoryStream(_mbox), CancellationToken.None))
            foreach (var part in MimeReader.Read(message).Descendants())
                sum += Touch(part) + part.DecodeBody().Length;
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Megabytes)]
    public async Task<long> FourFieldsAndEveryText()
    {
        var sum = 0L;
        await foreach (var message in MboxReader.ReadAsync(new MemoryStream(_mbox), CancellationToken.None))
            foreach (var part in MimeReader.Read(message).Descendants())
                sum += Touch(part) + (part.ContentType.Type == "text" ? part.DecodeText().Length : 0);
        return sum;
    }

    [Benchmark(OperationsPerInvoke = PythonMegabytes)]
    public async Task PythonEmail() =>
        Console.WriteLine(await ForeignPython.RunAsync(Script, [_file], CancellationToken.None));

    private static int Touch(MimeEntity part) => (part.Headers["From"]?.Length ?? 0) + (part.Headers["To"]?.Length ?? 0)
        + (part.Headers["Subject"]?.Length ?? 0) + part.ContentType.MediaType.Length;

    private static byte[] Mbox(int megabytes)
    {
        var mails = Directory.GetFiles(Corpus.PathOf("bounces"), "*.eml").Order(StringComparer.Ordinal)
            .Select(File.ReadAllBytes).ToArray();
        using var mbox = new MemoryStream();
        for (var i = 0; mbox.Length < megabytes * 1_000_000L; i++)
        {
            mbox.Write("From a@b.example Thu Nov 19 10:00:00 2026\n"u8);
            mbox.Write(mails[i % mails.Length]);
            mbox.Write("\n\n"u8);
        }

        return mbox.ToArray();
    }
}
