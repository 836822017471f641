using System.Globalization;
using Digest.Model;
using Digest.Web.Http;
using Microsoft.AspNetCore.Http;

namespace Digest.Web.Unsubscribe;

/// <summary>The two pages behind an unsubscribe link: the question and the answer. Neither names the reader.</summary>
public static class UnsubscribePage
{
    public static IResult Question(Newsletter? newsletter) => Answer(newsletter, words => (
        words.Unsubscribe,
        words.Question,
        $"""

        <form method="post">
        <input type="hidden" name="List-Unsubscribe" value="One-Click">
        <button type="submit">{HtmlPage.Encode(words.Unsubscribe)}</button>
        </form>
        """));

    public static IResult Done(Newsletter? newsletter) =>
        Answer(newsletter, words => (words.Gone, words.GoneText, ""));

    private static IResult Answer(
        Newsletter? newsletter, Func<PageWords, (string Title, string Text, string Form)> say)
    {
        // A newsletter that is served no more still has readers who want to leave it.
        var language = newsletter?.Language ?? "en";
        var (title, text, form) = say(PageWords.For(language));
        var name = newsletter?.Title ?? "newsletter";
        var sentence = string.Format(CultureInfo.InvariantCulture, text, name);
        var body = $"<h1>{HtmlPage.Encode(title)}</h1>\n<p>{HtmlPage.Encode(sentence)}</p>{form}";
        return HtmlPage.Answer(PageWords.LanguageOf(language), title, body, StatusCodes.Status200OK);
    }
}
