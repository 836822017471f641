using System.Buffers;
using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using Digest.Mail.Dkim;

namespace Digest.Benchmarks;

/// <summary>A signature of a letter of the reference issue; the bare RSA operation is the yardstick.</summary>
[MemoryDiagnoser]
public class DkimBenchmarks
{
    private readonly RSA _rsa = RSA.Create(2048);
    private readonly byte[] _hash = new byte[32];
    private readonly byte[] _signature = new byte[256];
    private readonly ArrayBufferWriter<byte> _output = new();
    private readonly DkimSigner _signer = new(DkimKey.Create("news.example", "s1", 2048));
    private byte[] _letter = [];

    [GlobalSetup]
    public void Setup()
    {
        using var letter = Testing.Some.LetterWriter().Write(
            SampleLetter.Newsletter,
            SampleLetter.Issue,
            "id-of-reader",
            SampleLetter.Reader,
            SampleLetter.MessageId,
            SampleLetter.Date);
        _letter = letter.WrittenSpan.ToArray();
    }

    [Benchmark(Baseline = true)]
    public int BareRsa() =>
        _rsa.SignHash(_hash, _signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    [Benchmark]
    public byte[] BareHash() => SHA256.HashData(_letter);

    [Benchmark]
    public int Signature()
    {
        _output.ResetWrittenCount();
        _signer.WriteSignature(_letter, SampleLetter.Date, _output);
        return _output.WrittenCount;
    }
}
