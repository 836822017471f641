using Digest.Web.Api;
using Digest.Web.Health;
using Digest.Web.Http;
using Digest.Web.Pages;
using Digest.Web.Unsubscribe;
using Microsoft.AspNetCore.Builder;

namespace Digest.Web;

/// <summary>What a request passes through, outermost first.</summary>
public static class WebPipeline
{
    public static WebApplication UseWeb(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = ErrorAnswer.ForExceptionAsync });
        app.UseStatusCodePages(context => ErrorAnswer.ForStatusAsync(context.HttpContext));

        app.MapPages();
        app.MapUnsubscribe();
        app.MapHealth();
        app.MapApi();
        return app;
    }
}
