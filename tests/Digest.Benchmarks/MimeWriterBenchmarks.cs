using System.Buffers;
using BenchmarkDotNet.Attributes;
using Digest.Mail.Mime;
using Digest.Testing;

namespace Digest.Benchmarks;

/// <summary>
/// Writing a whole mail of about 47 kB, two parts: English, which becomes quoted-printable, and Chinese, base64. The
/// plan that a letter is written from is measured elsewhere.
/// </summary>
[MemoryDiagnoser]
public class MimeWriterBenchmarks
{
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private MailMessage _mail = Some.MailMessage();

    [Params("en", "zh")]
    public string Language { get; set; } = "en";

    [GlobalSetup]
    public void Setup()
    {
        var line = Language == "en"
            ? "The new service keeps the old API for two cycles; <a href=\"https://wiki.example.org/\">see</a> it.\n"
            : "社区在本周的会议上讨论了调度器，决定把资源清单拆成独立的服务。<br>\n";
        var text = string.Concat(Enumerable.Repeat(line, Language == "en" ? 110 : 90));
        _mail = Some.MailMessage() with { Text = text, Html = text + text + text };
    }

    [Benchmark]
    public byte[] ToArray() => MimeWriter.Write(_mail);

    [Benchmark]
    public int ToBufferThatIsUsedAgain()
    {
        _buffer.ResetWrittenCount();
        MimeWriter.Write(_mail, _buffer);
        return _buffer.WrittenCount;
    }
}
