using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Digest.Testing;

/// <summary>
/// The archive of a Mailman 2 list on loopback: the index, a download for each month with validators, and a page that
/// lists the month by date. Its mails are added one after the other, as they arrive.
/// </summary>
public sealed class FakeMailman2(FakeFeedServer server, string list = "keel-dev")
{
    private readonly Dictionary<string, List<(string Mail, string Subject, string Author)>> _months = [];
    private const int FirstNumber = 37;

    public Uri Index => server.Address($"/pipermail/{list}/");

    public string PathOf(string file) => $"/pipermail/{list}/{file}";

    public FakeMailman2 Add(string month, string subject, string id, string name = "Ann Keel", string? answers = null,
        string body = "Words.", DateTimeOffset? date = null)
    {
        if (!_months.TryGetValue(month, out var mails))
            _months[month] = mails = [];
        mails.Add((Some.ListMail(subject, id, name, date, answers, body), subject, name));
        return Publish();
    }

    public FakeMailman2 Publish()
    {
        var rows = _months.Keys.Select(month => $"""
            <tr><td>{month}:</td><td><A href="{month}/thread.html">[ Thread ]</a></td>
            <td><A href="{month}.txt.gz">[ Gzip'd Text 2 KB ]</a></td></tr>
            """);
        Page("", $"<h1>The {list} Archives</h1><table border=3>{string.Concat(rows)}</table>");
        foreach (var (month, mails) in _months)
        {
            var octets = Some.Gzip(Some.Mbox([.. mails.Select(mail => mail.Mail)]));
            Download($"{month}.txt.gz", octets, $"\"{month}-{mails.Count}\"");
            Page($"{month}/date.html", $"<ul>{string.Concat(mails.Select(Entry))}</ul>");
        }

        return this;
    }

    public void Download(string file, byte[] octets, string? eTag = null) => server.On(PathOf(file), async context =>
    {
        context.Response.Headers.ETag = eTag;
        if (eTag is not null && context.Request.Headers.IfNoneMatch == eTag)
            context.Response.StatusCode = StatusCodes.Status304NotModified;
        else
            await context.Response.Body.WriteAsync(octets, context.RequestAborted);
    });

    public void Page(string file, string html) => server.On(PathOf(file), async context =>
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.Body.WriteAsync(
            Encoding.UTF8.GetBytes($"<!DOCTYPE HTML><HTML><BODY>{html}</BODY></HTML>"), context.RequestAborted);
    });

    private static string Entry((string Mail, string Subject, string Author) mail, int at)
    {
        var number = (FirstNumber + at).ToString("000000", CultureInfo.InvariantCulture);
        return $"""
            <LI><A HREF="{number}.html">{WebUtility.HtmlEncode(mail.Subject)}
            </A><I>{mail.Author}
            </I>
            """;
    }
}
