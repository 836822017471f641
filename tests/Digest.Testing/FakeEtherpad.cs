using System.Text;
using Microsoft.AspNetCore.Http;

namespace Digest.Testing;

/// <summary>
/// An Etherpad server on loopback, which exports its pads as text and lets only so many exports through.
/// </summary>
public sealed class FakeEtherpad(FakeFeedServer server)
{
    private int _exports;

    public int MostExports { get; set; } = int.MaxValue;

    public Uri Root => server.Address("/");

    public Uri AddressOf(string pad) => server.Address($"/p/{Uri.EscapeDataString(pad)}");

    public FakeEtherpad Write(string pad, string text, string type = "text/plain; charset=utf-8")
    {
        server.On($"/p/{pad}/export/txt", async context =>
        {
            if (++_exports > MostExports)
            {
                context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                context.Response.Headers.RetryAfter = "90";
                return;
            }

            context.Response.ContentType = type;
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), context.RequestAborted);
        });
        return this;
    }
}
