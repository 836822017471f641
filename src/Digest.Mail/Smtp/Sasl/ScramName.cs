namespace Digest.Mail.Smtp.Sasl;

/// <summary>The <c>saslname</c> of RFC 5802 §7: no name begins an attribute of its own.</summary>
internal static class ScramName
{
    public static string Escape(string name) =>
        name.Replace("=", "=3D", StringComparison.Ordinal).Replace(",", "=2C", StringComparison.Ordinal);
}
