using System.Security.Cryptography;
using System.Text;
using Digest.Model;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Digest.Web.Api;

/// <summary>Lets only the bearer of <c>Web:ApiToken</c> through (RFC 6750).</summary>
public sealed class ApiGuard(IOptions<WebOptions> options) : IEndpointFilter
{
    private const string Scheme = "Bearer ";

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers[HeaderNames.CacheControl] = "no-store";
        if (string.IsNullOrEmpty(options.Value.ApiToken))
            return ValueTask.FromResult<object?>(NotConfigured());

        var given = http.Request.Headers.Authorization.ToString();
        if (!given.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return ValueTask.FromResult<object?>(Challenge(http, "Bearer realm=\"digest\""));

        return IsToken(given[Scheme.Length..].Trim(), options.Value.ApiToken)
            ? next(context)
            : ValueTask.FromResult<object?>(Challenge(http, "Bearer realm=\"digest\", error=\"invalid_token\""));
    }

    /// <summary>Hashes first, so that neither content nor length shows in the time it takes.</summary>
    private static bool IsToken(string given, string expected) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(expected)));

    private static IResult NotConfigured() => ProblemAnswer.Of(
        StatusCodes.Status503ServiceUnavailable,
        "The API is off because no token is set. Set Web:ApiToken, for example with the environment variable "
            + "DIGEST_Web__ApiToken, and start the service again.");

    private static IResult Challenge(HttpContext context, string challenge)
    {
        context.Response.Headers.WWWAuthenticate = challenge;
        return ProblemAnswer.Of(
            StatusCodes.Status401Unauthorized, "Send the header 'Authorization: Bearer' with the service's API token.");
    }
}
