using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Digest.Gather;

/// <summary>How sources are read.</summary>
public sealed class GatherOptions
{
    public const string Section = "Gather";

    /// <summary>How many sources are read at the same time.</summary>
    [Range(1, 64)]
    public int Concurrency { get; set; } = 4;

    /// <summary>How long reading one address may take, redirects, body and the second try included.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The wait before the second and last try after an outage that may pass.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The most bytes that one feed may have, decompressed.</summary>
    [Range(1024, 16 * 1024 * 1024)]
    public int MaxFeedBytes { get; set; } = 5 * 1024 * 1024;

    /// <summary>The most bytes that one note may have.</summary>
    [Range(1024, 16 * 1024 * 1024)]
    public int MaxNoteBytes { get; set; } = 1024 * 1024;

    /// <summary>
    /// How many days back a source is read the first time, where its server can be asked for a time.
    /// </summary>
    [Range(1, 366)]
    public int FirstDays { get; set; } = 14;

    /// <summary>
    /// Lets sources lie on loopback and private addresses and on any port. Off unless set: a feed's address or redirect
    /// could otherwise make this machine ask its neighbours.
    /// </summary>
    public bool AllowPrivateNetworks { get; set; }

    /// <summary>
    /// Lets sources of type <c>command</c> run their programs. Off unless set: with it, whoever writes a
    /// <c>newsletter.yml</c> may do on this machine whatever this program may.
    /// </summary>
    public bool AllowCommands { get; set; }
}

/// <summary>Checks <see cref="GatherOptions"/> at start.</summary>
[OptionsValidator]
public sealed partial class GatherOptionsValidator : IValidateOptions<GatherOptions>;
