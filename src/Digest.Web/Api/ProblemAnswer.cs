using Microsoft.AspNetCore.Http;

namespace Digest.Web.Api;

/// <summary>Refusals of the API (RFC 9457), each with what would be right.</summary>
public static class ProblemAnswer
{
    public static IResult Of(int status, string detail) => Results.Problem(statusCode: status, detail: detail);

    public static IResult BadRequest(string detail) => Of(StatusCodes.Status400BadRequest, detail);

    public static IResult NotFound(string detail) => Of(StatusCodes.Status404NotFound, detail);

    public static IResult NoNewsletter() =>
        NotFound("There is no such newsletter; GET /api/newsletters lists those there are.");
}
