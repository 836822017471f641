namespace Digest.Mail.Smtp;

/// <summary>
/// A password or an access token (RFC 6750), read anew for each sign-in, since tokens last an hour and files are
/// replaced. It has no text form.
/// </summary>
public sealed class SmtpSecret
{
    private readonly Func<CancellationToken, ValueTask<string>> _read;

    private SmtpSecret(bool isAccessToken, Func<CancellationToken, ValueTask<string>> read)
    {
        IsAccessToken = isAccessToken;
        _read = read;
    }

    public bool IsAccessToken { get; }

    public static SmtpSecret Password(string password) => new(false, _ => ValueTask.FromResult(password));

    /// <param name="read">May fail with <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/>.</param>
    public static SmtpSecret Password(Func<CancellationToken, ValueTask<string>> read) => new(false, read);

    public static SmtpSecret AccessToken(string token) => new(true, _ => ValueTask.FromResult(token));

    /// <param name="read">May fail with <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/>.</param>
    public static SmtpSecret AccessToken(Func<CancellationToken, ValueTask<string>> read) => new(true, read);

    public override string ToString() => "(not shown)";

    internal ValueTask<string> ReadAsync(CancellationToken cancellationToken) => _read(cancellationToken);
}
