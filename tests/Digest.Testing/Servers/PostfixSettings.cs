namespace Digest.Testing.Servers;

/// <summary>
/// Postfix's configuration. Mail for any domain goes to Dovecot; two domains have servers that do not want any, so
/// that Postfix itself writes the reports.
/// </summary>
internal static class PostfixSettings
{
    /// <summary>Mailboxes there are refused with 550 5.1.1.</summary>
    public const string RefusedDomain = "refused.example";

    /// <summary>Mailboxes there are put off with 450.</summary>
    public const string BusyDomain = "busy.example";

    /// <summary>Dovecot's LMTP has no SMTPUTF8, so Postfix writes this mailbox's Maildir by itself.</summary>
    public const string InternationalMailbox = "用户@rcpt.example";

    private const string TlsOff =
        "-o smtpd_tls_security_level=none -o smtpd_tls_cert_file= -o smtpd_sasl_auth_enable=no";

    private const string OldOptions = "-o smtpd_tls_protocols=TLSv1.2 -o smtputf8_enable=no "
        + "-o smtpd_discard_ehlo_keywords=pipelining,chunking,dsn,smtputf8,silent-discard";

    public static string Main(string folder, MailHostPorts ports) => $$"""
        compatibility_level = 3.6
        queue_directory = {{folder}}/spool
        data_directory = {{folder}}/data
        maillog_file = {{folder}}/mail.log
        maillog_file_prefixes = {{folder}}
        inet_interfaces = 127.0.0.1
        inet_protocols = ipv4
        myhostname = mx.rcpt.example
        mydestination =
        alias_maps =
        recipient_delimiter = +
        virtual_mailbox_domains = static:any
        virtual_transport = lmtp:inet:127.0.0.1:{{ports.Lmtp}}
        virtual_mailbox_base = {{folder}}/mail
        virtual_mailbox_maps = static:{{InternationalMailbox}}/
        virtual_uid_maps = static:65534
        virtual_gid_maps = static:65534
        virtual_minimum_uid = 1
        transport_maps = inline:{ { {{InternationalMailbox}} = virtual: },
          { {{RefusedDomain}} = smtp:[127.0.0.1]:{{ports.Refusing}} },
          { {{BusyDomain}} = smtp:[127.0.0.1]:{{ports.Busy}} } }
        delay_warning_time = 1s
        queue_run_delay = 1s
        minimal_backoff_time = 1s
        smtpd_tls_cert_file = {{folder}}/cert.pem
        smtpd_tls_key_file = {{folder}}/key.pem
        smtpd_tls_security_level = may
        smtpd_tls_received_header = yes
        smtpd_tls_auth_only = yes
        smtpd_sasl_auth_enable = yes
        smtpd_sasl_type = dovecot
        smtpd_sasl_path = inet:127.0.0.1:{{ports.Auth}}
        smtpd_recipient_restrictions = permit_sasl_authenticated, reject_unauth_destination

        """;

    public static string Master(MailHostPorts ports) => $"""
        127.0.0.1:{ports.Submission} inet n - n - - smtpd
        {MailHost.UnnamedHost}:{ports.Submission} inet n - n - - smtpd
        127.0.0.1:{ports.Implicit} inet n - n - - smtpd -o smtpd_tls_wrappermode=yes
        127.0.0.1:{ports.Old} inet n - n - - smtpd {OldOptions}
        127.0.0.1:{ports.Plain} inet n - n - - smtpd {TlsOff}
        postlog unix-dgram n - n - 1 postlogd
        cleanup unix n - n - 0 cleanup
        qmgr unix n - n 300 1 qmgr
        tlsmgr unix - - n - 1 tlsmgr
        rewrite unix - - n - - trivial-rewrite
        bounce unix - - n - 0 bounce
        defer unix - - n - 0 bounce
        trace unix - - n - 0 bounce
        verify unix - - n - 1 verify
        proxymap unix - - n - - proxymap
        anvil unix - - n - 1 anvil
        scache unix - - n - 1 scache
        smtp unix - - n - - smtp
        error unix - - n - - error
        retry unix - - n - - error
        lmtp unix - - n - - lmtp
        virtual unix - n n - - virtual

        """;
}
