namespace Digest.Deliver;

/// <summary>
/// How letters leave: the section <c>Mail</c>. Checked at start by <see cref="MailOptionsValidator"/>.
/// </summary>
public sealed class MailOptions
{
    public const string Section = "Mail";

    /// <summary>
    /// The name of the transport: <c>file</c> writes .eml files below the data folder, <c>smtp</c> sends.
    /// </summary>
    public string Transport { get; set; } = FileTransport.Name;

    /// <summary>Letters claimed, handed over and recorded at a time.</summary>
    public int BatchSize { get; set; } = 100;

    /// <summary>Hours after which a letter that is put off again and again counts as failed.</summary>
    public int GiveUpAfterHours { get; set; } = 48;

    /// <summary>
    /// What to do where nobody knows whether the server took a letter: <c>resend</c> once with the same Message-ID, or
    /// <c>hold</c> it for the editor.
    /// </summary>
    public string Uncertain { get; set; } = UncertainPolicy.Resend;

    /// <summary>Seconds that letters in flight get to finish after the program is told to stop.</summary>
    public int DrainSeconds { get; set; } = 20;

    public SmtpOptions Smtp { get; set; } = new();

    public DkimOptions Dkim { get; set; } = new();

    public BouncesOptions Bounces { get; set; } = new();
}
