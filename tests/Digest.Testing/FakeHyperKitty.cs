using System.Text;
using Microsoft.AspNetCore.Http;

namespace Digest.Testing;

/// <summary>The archive of a Mailman 3 list on loopback, which exports its mails as a mailbox file.</summary>
public sealed class FakeHyperKitty
{
    private readonly List<string> _mails = [];

    public FakeHyperKitty(FakeFeedServer server)
    {
        Page = server.Address("/archives/list/keel@lists.example/");
        server.On("/archives/list/keel@lists.example/export/keel.mbox.gz", AnswerAsync);
    }

    public Uri Page { get; }

    /// <summary>Days that were asked for, in order.</summary>
    public List<string> Windows { get; } = [];

    /// <summary>What stands for the export instead of the mails, and its status.</summary>
    public (int Status, byte[] Octets)? Instead { get; set; }

    public FakeHyperKitty Add(string mail)
    {
        _mails.Add(mail);
        return this;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        Windows.Add($"{context.Request.Query["start"]} {context.Request.Query["end"]}");
        context.Response.StatusCode = Instead?.Status ?? StatusCodes.Status200OK;
        context.Response.ContentType = "application/gzip";
        var octets = Instead?.Octets ?? Some.Gzip(Encoding.UTF8.GetBytes(Some.Mbox([.. _mails])));
        await context.Response.Body.WriteAsync(octets, context.RequestAborted);
    }
}
