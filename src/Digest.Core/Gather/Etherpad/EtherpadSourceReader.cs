using System.Globalization;
using System.Text;
using Digest.Gather.Listings;
using Digest.Gather.Mails;
using Digest.Gather.Web;
using Digest.Markup;
using Digest.Model;

namespace Digest.Gather.Etherpad;

/// <summary>
/// The connector <c>etherpad</c>: pads, whose new lines are told. A pad has no dates and no validators, so that its
/// text is asked for and compared with what it held before.
/// </summary>
internal sealed class EtherpadSourceReader(WebSessions sessions, TimeProvider clock) : WebSourceReader(sessions)
{
    // A server lets ten exports in ninety seconds through, unless it is set otherwise.
    private const int ExportsWithoutPause = 9;
    private const int MostLinesTold = 30;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private static readonly SourceSetting Pads = new("pads", "keel-summit") { IsList = true, Check = PadFault };
    private static readonly SourceSetting FirstRead = new("first_read", "skip") { Check = FirstReadFault };

    public static SourceKind Kind { get; } = new()
    {
        Type = "etherpad",
        Place = SourcePlace.Url,
        Example = "url: https://etherpad.example.org/p/keel-summit",
        Settings = [Pads, FirstRead],
    };

    public override string Type => Kind.Type;

    protected override async Task<FetchOutcome> ReadAsync(
        SourceRequest request, WebSession web, CancellationToken cancellationToken)
    {
        var source = request.Source;
        var pads = PadPlace.Of(source.Url!, source.Settings.Texts(Pads.Name));
        if (pads.Count == 0)
            return new FetchOutcome.Failed(
                $"{source.Url}: no pad is named; write '{Kind.Example}' or list them under 'pads'");

        var reading = new Reading(request, PadMemory.Read(request.State.Memory));
        foreach (var (at, pad) in pads.Index())
        {
            if (at >= ExportsWithoutPause)
                await Task.Delay(Pause, clock, cancellationToken);

            var answer = await web.AskAsync(new WebRequest(pad.Export) { Accept = "text/plain" }, cancellationToken);
            Take(reading, pad, answer);

            // What was asked before is kept; the others wait for the next run, as the server wants it.
            if (answer is WebAnswer.Failed { Status: 429 or 503 })
                break;
        }

        return reading.Pads == 0
            ? new FetchOutcome.Failed(reading.Warnings[0])
            : new FetchOutcome.Fetched(reading.Items, reading.Warnings)
            {
                Memory = reading.Memory.Write([.. pads.Select(pad => pad.Name)]),
            };
    }

    private static void Take(Reading reading, PadPlace pad, WebAnswer answer)
    {
        if (FaultOf(answer) is { } fault)
        {
            reading.Warnings.Add($"{pad.Export}: {fault}");
            return;
        }

        reading.Pads++;
        var text = PadText.Read(Encoding.UTF8.GetString(((WebAnswer.Found)answer).Bytes.Span));
        var change = PadChange.Of(text, reading.Memory.LinesOf(pad.Name), reading.Memory.LastCount(pad.Name));
        reading.Memory.Keep(pad.Name, text);
        var isSilent = reading.Request.Source.Settings.Text(FirstRead.Name) == "skip";
        if (change is PadChange.Grown grown)
            reading.Items.Add(Item(reading.Request, pad, grown.Lines, Words(grown.Lines.Count)));
        else if (change is PadChange.First first && !isSilent)
            reading.Items.Add(Item(reading.Request, pad, first.Lines, null));
        else if (change is PadChange.Wiped)
            reading.Warnings.Add($"{pad.Address}: nearly all that stood in the pad is gone; nothing is told of it");
    }

    private static string Words(int lines) =>
        lines == 1 ? "1 new line" : string.Create(CultureInfo.InvariantCulture, $"{lines} new lines");

    private static string? FaultOf(WebAnswer answer) => answer switch
    {
        WebAnswer.Found found => found.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true
            || HtmlPage.Looks(found.Bytes)
            ? "a web page, not the text of a pad; it may want a login"
            : null,
        WebAnswer.Failed { Status: 404 } => "HTTP 404: there is no such pad; check its name in newsletter.yml",
        WebAnswer.Failed failed => failed.Reason,
        _ => "said 'not modified' to a request that had no validators",
    };

    private static GatheredItem Item(SourceRequest request, PadPlace pad, IReadOnlyList<string> lines, string? change)
    {
        var told = lines.Take(MostLinesTold).Select(line => $"- {ProseMarkdown.Line(line)}");
        var body = string.Join('\n', lines.Count > MostLinesTold ? told.Append("- …") : told);
        return new GatheredItem
        {
            ExternalId = $"{pad.Name}@{ListMemory.Hash(string.Join('\n', lines))}",
            Title = AddressMask.Of(PlainLine.Of(pad.Name)),
            Url = pad.Address.AbsoluteUri,
            Body = body,
            Language = LanguageTag.FirstOf(request.Source.Language) ?? LanguageTag.Guess(body),
            Tags = request.Source.Tags,
            Kind = ItemKind.Page,
            Signals = new ItemSignals { Change = change },
        };
    }

    private static string? PadFault(string name) => name.Trim().Length > 0 && !name.Contains('/') && !name.Contains('$')
        ? null
        : $"'{name}' is no name of a pad; write what stands behind /p/ in its address, for example keel-summit";

    private static string? FirstReadFault(string value) =>
        value is "tell" or "skip" ? null : $"'{value}' is neither tell nor skip";

    /// <summary>What one read has come to so far.</summary>
    private sealed record Reading(SourceRequest Request, PadMemory Memory)
    {
        public List<GatheredItem> Items { get; } = [];

        public List<string> Warnings { get; } = [];

        /// <summary>How many pads were read.</summary>
        public int Pads { get; set; }
    }
}
