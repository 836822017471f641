namespace Digest.Testing.Servers;

/// <summary>Dovecot's configuration: every user is there with one password, every mailbox is a Maildir.</summary>
internal static class DovecotSettings
{
    // Empty auth_username_chars lets addresses of any script in. The mail is gone with the test, so no fsync. A wrong
    // password costs nobody a wait.
    public static string Text(string folder, MailHostPorts ports, string password) => $$"""
        base_dir = {{folder}}/dovecot
        state_dir = {{folder}}/dovecot
        log_path = {{folder}}/dovecot.log
        protocols = imap lmtp
        listen = 127.0.0.1
        ssl_cert = <{{folder}}/cert.pem
        ssl_key = <{{folder}}/key.pem
        disable_plaintext_auth = no
        auth_mechanisms = plain login scram-sha-256
        auth_username_chars =
        auth_failure_delay = 0
        mail_location = maildir:{{folder}}/mail/%u
        mail_fsync = never
        first_valid_uid = 1
        passdb {
          driver = static
          args = password={{password}}
        }
        userdb {
          driver = static
          args = uid=nobody gid=nogroup home={{folder}}/mail/%u
        }
        service imap-login {
          inet_listener imap {
            port = {{ports.Imap}}
          }
          inet_listener imaps {
            port = 0
          }
        }
        service lmtp {
          inet_listener lmtp {
            port = {{ports.Lmtp}}
          }
        }
        service auth {
          inet_listener {
            port = {{ports.Auth}}
          }
        }
        service anvil {
          unix_listener anvil-auth-penalty {
            mode = 0
          }
        }

        """;
}
