using System.Text.Json;
using Digest.Gather.Json;
using Digest.Gather.Web;

namespace Digest.Gather.Launchpad;

/// <summary>
/// Asks for bugs one by one, each once and within a number. An item without its text is better than none, so what is
/// not answered is left out with a warning.
/// </summary>
internal sealed class BugDetails(LaunchpadServer server, int most, List<string> warnings)
{
    private readonly Dictionary<Uri, JsonElement> _known = [];
    private int _missing;
    private string? _reason;

    // Who is asked to wait does not go on asking.
    private bool _isThrottled;

    /// <returns>The bug; an entry with nothing in it if it is not to be had.</returns>
    public async Task<JsonElement> OfAsync(BugTask task, CancellationToken cancellationToken)
    {
        if (most == 0 || task.Bug is not { } address)
            return default;
        if (_known.TryGetValue(address, out var known))
            return known;
        if (_known.Count >= most || _isThrottled)
            return Without(_isThrottled ? _reason! : $"more than {most} bugs, the number under details");

        return _known[address] = await AskAsync(address, cancellationToken);
    }

    /// <summary>Tells in one line what is missing.</summary>
    public void Close()
    {
        if (_missing > 0)
            warnings.Add(FormattableString.Invariant(
                $"details: {_missing} bugs are told without their description: {_reason}"));
    }

    private async Task<JsonElement> AskAsync(Uri address, CancellationToken cancellationToken)
    {
        switch (await server.AskAsync(address, cancellationToken))
        {
            case WebAnswer.Found found when JsonParts.TryParse(found.Bytes) is { ValueKind: JsonValueKind.Object } bug:
                return bug;
            case WebAnswer.Failed failed:
                _isThrottled = failed.Status is 429 or 503;
                return Without(failed.Reason);
            default:
                return Without("the answer is no JSON");
        }
    }

    private JsonElement Without(string reason)
    {
        _missing++;
        _reason = reason;
        return default;
    }
}
