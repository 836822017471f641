using System.Net;
using Microsoft.AspNetCore.Http;

namespace Digest.Web.Http;

/// <summary>The frame of the few pages that belong to no issue: nothing from elsewhere, no script.</summary>
public static class HtmlPage
{
    private const string Style = """
        :root { color-scheme: light dark }
        body { margin: 0 auto; padding: 3rem 1.25rem; max-width: 38rem; line-height: 1.7; color: #1f2328;
          background: #fff;
          font-family: system-ui, -apple-system, "Segoe UI", "PingFang SC", "Hiragino Sans", "Microsoft YaHei",
          "Noto Sans CJK SC", "Noto Sans CJK JP", sans-serif }
        h1 { font-size: 1.5rem; line-height: 1.3 }
        a { color: #0b5cad }
        li { margin-bottom: 1rem }
        button { font: inherit; padding: .6rem 1.4rem; border: 0; border-radius: .4rem; color: #fff;
          background: #0b5cad; cursor: pointer }
        @media (prefers-color-scheme: dark) {
          body { color: #e6e6e6; background: #16181c }
          a { color: #8ab8f0 }
          button { color: #10202f; background: #8ab8f0 }
        }
        """;

    /// <param name="language">A BCP 47 tag.</param>
    /// <param name="title">Plain text.</param>
    /// <param name="body">HTML whose untrusted parts went through <see cref="Encode"/>.</param>
    public static string Render(string language, string title, string body) => $"""
        <!DOCTYPE html>
        <html lang="{Encode(language)}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Encode(title)}</title>
        <style>
        {Style}
        </style>
        </head>
        <body>
        <main>
        {body}
        </main>
        </body>
        </html>

        """.ReplaceLineEndings("\n");

    public static IResult Answer(string language, string title, string body, int status) =>
        Results.Content(Render(language, title, body), "text/html; charset=utf-8", statusCode: status);

    public static string Encode(string text) => WebUtility.HtmlEncode(text);
}
