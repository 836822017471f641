namespace Digest.Gather.Web;

/// <summary>
/// Carries a refusal of <see cref="NetworkGuard"/> through HttpClient, which knows no other way out of a connect.
/// </summary>
internal sealed class RefusedAddressException(string message) : IOException(message);
