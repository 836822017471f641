using System.ComponentModel.DataAnnotations;
using Digest.Gather.Web;
using Microsoft.Extensions.Options;

namespace Digest.Gather;

/// <summary>How sources are read.</summary>
public sealed class GatherOptions : IValidatableObject
{
    public const string Section = "Gather";

    /// <summary>How many sources are read at the same time.</summary>
    [Range(1, 64)]
    public int Concurrency { get; set; } = 8;

    /// <summary>
    /// How many requests one server (host and port) gets at the same time. More than one is for servers of one's own.
    /// </summary>
    [Range(1, 64)]
    public int RequestsPerHost { get; set; } = 1;

    /// <summary>The pause between two requests to one server.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan HostPause { get; set; } = TimeSpan.Zero;

    /// <summary>How long reading one address may take, redirects, body and the second try included; the wait for
    /// the server's turn is not.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a server may send nothing in the middle of an answer.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The wait before the second and last try after an outage that may pass.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The most bytes that one feed may have, decompressed.</summary>
    [Range(1024, 16 * 1024 * 1024)]
    public int MaxFeedBytes { get; set; } = 5 * 1024 * 1024;

    /// <summary>
    /// The most megabytes that one read of a web service may come to, all its answers together: they are held until
    /// the read is done.
    /// </summary>
    [Range(1, 1024)]
    public int MaxReadMegabytes { get; set; } = 128;

    /// <summary>The most bytes that one note may have.</summary>
    [Range(1024, 16 * 1024 * 1024)]
    public int MaxNoteBytes { get; set; } = 1024 * 1024;

    /// <summary>
    /// How many days back a source is read the first time, where its server can be asked for a time.
    /// </summary>
    [Range(1, 366)]
    public int FirstDays { get; set; } = 14;

    /// <summary>Whether the worker reads web sources between the runs, so that a short feed loses nothing.</summary>
    public bool Poll { get; set; } = true;

    /// <summary>
    /// The least time between two polls of a source, and the time where the source says nothing of it; also the wait
    /// after a first failure.
    /// </summary>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00")]
    public TimeSpan MinInterval { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The most time between two polls of a source, however long it says it is fresh or it fails.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00")]
    public TimeSpan MaxInterval { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How many days the raw answers of sources are kept; 0 keeps none.</summary>
    [Range(0, 3650)]
    public int KeepAnswers { get; set; } = 30;

    /// <summary>The most megabytes of raw answers of one newsletter; the oldest go first.</summary>
    [Range(1, 1024 * 1024)]
    public int KeepAnswersMegabytes { get; set; } = 1024;

    /// <summary>
    /// Lets sources lie on loopback and private addresses and on any port. Off unless set: a feed's address or redirect
    /// could otherwise make this machine ask its neighbours.
    /// </summary>
    public bool AllowPrivateNetworks { get; set; }

    /// <summary>
    /// The hosts that may lie there while all others may not: a host (any port), host:port, or a network such as
    /// 10.1.0.0/16.
    /// </summary>
    public IReadOnlyList<string> AllowedHosts { get; set; } = [];

    /// <summary>
    /// Lets sources of type <c>command</c> run their programs. Off unless set: with it, whoever writes a
    /// <c>newsletter.yml</c> may do on this machine whatever this program may.
    /// </summary>
    public bool AllowCommands { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (MaxInterval < MinInterval)
            yield return new ValidationResult("Gather:MaxInterval is less than Gather:MinInterval; raise it");
        foreach (var entry in AllowedHosts.Where(entry => !AllowedHost.TryParse(entry, out _)))
        {
            yield return new ValidationResult(
                $"Gather:AllowedHosts: '{entry}' is no host; write feeds.lan, feeds.lan:8080 or 10.1.0.0/16");
        }
    }
}

/// <summary>Checks <see cref="GatherOptions"/> at start.</summary>
[OptionsValidator]
public sealed partial class GatherOptionsValidator : IValidateOptions<GatherOptions>;
