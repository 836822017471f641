using System.Text;
using Digest.Mail.Bounces;
using Digest.Mail.Mime.Reading;

namespace Digest.UnitTests.Mail.Bounces;

/// <summary>A notice without a standard, in words of our own, and what it must be taken for.</summary>
internal sealed record WrittenNotice(
    string Name, string From, string Subject, BounceClass Class, string Address, string Body)
{
    public bool IsHtml { get; init; }

    public BounceReading Read() => BounceReader.Read(MimeReader.Read(Encoding.UTF8.GetBytes(
        $"""
        From: {From}
        To: news@letters.example
        Subject: {Subject}
        MIME-Version: 1.0
        Content-Type: text/{(IsHtml ? "html" : "plain")}; charset=utf-8

        {Body}
        """)));
}
