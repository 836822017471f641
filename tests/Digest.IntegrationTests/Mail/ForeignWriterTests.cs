using Digest.Mail.Mime.Reading;
using Xunit;

namespace Digest.IntegrationTests.Mail;

/// <summary>
/// Our reader reads what Python and nodemailer write of two thousand mails. Neither encodes a text that only looks like
/// an encoded-word, so none has one (RFC 2047 §7 makes it the writer's duty).
/// </summary>
public sealed class ForeignWriterTests(GeneratedFolder folder) : IClassFixture<GeneratedFolder>
{
    [Fact]
    public async Task What_python_writes_is_read()
    {
        ForeignMail.SkipWithoutTools();
        await ForeignMail.PythonAsync("write.py", folder.Root);
        Compare("python");
    }

    [Fact]
    public async Task What_nodemailer_writes_is_read()
    {
        ForeignMail.SkipWithoutTools();
        await ForeignMail.NodeAsync("write.mjs", folder.Root);
        Compare("nodemailer");
    }

    private void Compare(string writer)
    {
        for (var number = 0; number < GeneratedFolder.Count; number++)
        {
            var octets = File.ReadAllBytes(Path.Combine(folder.Root, $"{writer}-{number}.eml"));
            var read = MailFacts.Of(MimeReader.Read(octets));
            Assert.Equal($"{number} {folder.Orders[number].ToJson()}", $"{number} {read.ToJson()}");
        }
    }
}
