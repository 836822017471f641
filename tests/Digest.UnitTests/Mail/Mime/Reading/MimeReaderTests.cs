using System.Text;
using Digest.Mail.Mime.Reading;
using Xunit;

namespace Digest.UnitTests.Mail.Mime.Reading;

public sealed class MimeReaderTests
{
    [Fact]
    public void Parts_are_read_in_order_with_their_text()
    {
        var message = Read(
            "Subject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\npreamble\r\n--b\r\n\r\none\r\n"
            + "--b\r\nContent-Type: text/html\r\n\r\n<p>two\r\n--b--\r\nepilogue\r\n");

        Assert.Equal(["text/plain", "text/html"], message.Parts.Select(part => part.ContentType.MediaType));
        Assert.Equal(["one", "<p>two"], message.Parts.Select(part => part.DecodeText()));
        Assert.Empty(message.Defects);
    }

    private static MimeEntity Read(string text) => MimeReader.Read(Encoding.UTF8.GetBytes(text));
}
