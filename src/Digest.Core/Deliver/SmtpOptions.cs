namespace Digest.Deliver;

/// <summary>The server that takes the letters: <c>Mail:Smtp</c>.</summary>
public sealed class SmtpOptions
{
    /// <summary>Needed for the transport <c>smtp</c>.</summary>
    public string Host { get; set; } = "";

    /// <summary>587 with STARTTLS, 465 with implicit TLS.</summary>
    public int Port { get; set; } = 587;

    /// <summary>
    /// <c>required</c> (STARTTLS or nothing), <c>implicit</c> (TLS from the start), <c>opportunistic</c> and
    /// <c>none</c> (only to a server on this host).
    /// </summary>
    public string Security { get; set; } = "required";

    /// <summary>With <see cref="Password"/>, or neither.</summary>
    public string? Username { get; set; }

    /// <summary>Set it by environment, not by file.</summary>
    public string? Password { get; set; }

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

    /// <summary>The name said in EHLO; the host's own unless set.</summary>
    public string? ClientName { get; set; }

    /// <summary>A PEM file of roots to trust instead of the system's, for a relay with a private authority.</summary>
    public string? CaFile { get; set; }
}
