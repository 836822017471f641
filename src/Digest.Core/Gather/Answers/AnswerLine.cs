using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Digest.Gather.Answers;

/// <summary>
/// A line of a gathering's index. The first line names the gathering (<see cref="Gathering"/>); a line with
/// <see cref="Since"/> begins the read of a source; every other is an answer. Names are kept for ever.
/// </summary>
internal sealed record AnswerLine
{
    private static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public GatheringLine? Gathering { get; init; }

    public string? Source { get; init; }

    /// <summary>From when the source was asked for changes; only in the line that begins its read.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Where the source was known to have moved by then; only in the line that begins its read.</summary>
    public string? MovedTo { get; init; }

    /// <summary>The address that was asked, or the connector's name for what it read.</summary>
    public string? Name { get; init; }

    /// <summary>The HTTP status; null for what did not come by HTTP, and where there was no answer.</summary>
    public int? Status { get; init; }

    /// <summary>The address that answered, where redirects led to another.</summary>
    public string? Location { get; init; }

    /// <summary>True if every redirect was for good.</summary>
    public bool? Moved { get; init; }

    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>The body's SHA-256 in lower-case hex: its file below <c>bodies</c>. Null where there is none.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Why there is no answer.</summary>
    public string? Failed { get; init; }

    /// <summary>For HTTP 304: the full answer that it stands for, if that was kept.</summary>
    public AnswerLine? Kept { get; init; }

    public string Write() => JsonSerializer.Serialize(this, Form);

    /// <exception cref="JsonException">The text is no such line.</exception>
    public static AnswerLine Read(string text) =>
        JsonSerializer.Deserialize<AnswerLine>(text, Form) ?? throw new JsonException("the line is null");
}

/// <summary>What a gathering was.</summary>
/// <param name="Format">The version of this form.</param>
/// <param name="Newsletter">The slug.</param>
/// <param name="Moment">What the gathering took for now.</param>
/// <param name="Only">The sources it was for; null for all.</param>
/// <param name="Closed">The sources it left out because they rested or were asked to wait, with the reason.</param>
internal sealed record GatheringLine(
    int Format,
    string Newsletter,
    DateTimeOffset Moment,
    IReadOnlyList<string>? Only,
    IReadOnlyDictionary<string, string>? Closed);
