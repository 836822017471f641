namespace Digest.Deliver;

/// <summary>The server that takes the letters: <c>Mail:Smtp</c>.</summary>
public sealed class SmtpOptions
{
    /// <summary>Needed for the transport <c>smtp</c>.</summary>
    public string Host { get; set; } = "";

    /// <summary>587, or 465 with TLS from the start.</summary>
    public int Port { get; set; } = 587;

    /// <summary>
    /// <c>required</c> (STARTTLS or nothing), <c>implicit</c> (TLS from the start), <c>opportunistic</c> and
    /// <c>none</c> (only to a server on this host); what the port is for (RFC 8314) unless set.
    /// </summary>
    public string? Security { get; set; }

    /// <summary>With one of the four secrets below, or with none of them to send without signing in.</summary>
    public string? Username { get; set; }

    /// <summary>Set it by environment, not by file.</summary>
    public string? Password { get; set; }

    /// <summary>A file that holds the password, read anew for each connection.</summary>
    public string? PasswordFile { get; set; }

    /// <summary>An OAuth access token instead of a password. Set it by environment, not by file.</summary>
    public string? AccessToken { get; set; }

    /// <summary>A file that holds the access token, read anew for each connection, since tokens last an hour.</summary>
    public string? AccessTokenFile { get; set; }

    /// <summary>
    /// The one way to sign in, such as <c>PLAIN</c>; the strongest that the server offers unless set.
    /// </summary>
    public string? Mechanism { get; set; }

    /// <summary>Connections open at the same time.</summary>
    public int Connections { get; set; } = 4;

    /// <summary>
    /// Letters after which a connection is changed for a fresh one; large providers ask for about twenty.
    /// </summary>
    public int LettersPerConnection { get; set; } = 100;

    /// <summary>Seconds to wait for a connection.</summary>
    public int ConnectTimeout { get; set; } = 60;

    public SmtpTimeoutOptions Timeouts { get; set; } = new();

    /// <summary>
    /// Letters go by <c>BDAT</c> where the server offers CHUNKING, else by <c>DATA</c>, which every server knows.
    /// </summary>
    public bool Chunking { get; set; }

    /// <summary>
    /// Asks servers that offer DSN to report failures and delays with the letter's headers and its number.
    /// </summary>
    public bool Dsn { get; set; } = true;

    /// <summary>A file for what is said with the server, without secrets and letters; none unless set.</summary>
    public string? Transcript { get; set; }

    /// <summary>The name said in EHLO; the host's own unless set.</summary>
    public string? ClientName { get; set; }

    /// <summary>A PEM file of roots to trust instead of the system's, for a relay with a private authority.</summary>
    public string? CaFile { get; set; }
}
