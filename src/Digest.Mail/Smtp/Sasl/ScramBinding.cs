using System.Text;

namespace Digest.Mail.Smtp.Sasl;

/// <summary>The header of SCRAM that says what is known of the channel (RFC 5802 §6, §7).</summary>
/// <param name="Header">The <c>gs2-header</c>.</param>
/// <param name="Data">What both sides see of the channel; empty if it is not bound.</param>
internal sealed record ScramBinding(string Header, byte[] Data)
{
    /// <summary>The channel is not to be bound.</summary>
    public static ScramBinding None { get; } = new("n,,", []);

    /// <summary>
    /// The channel could be bound, and the server seems not to offer it. A server that does offer it learns so that
    /// somebody changed its list.
    /// </summary>
    public static ScramBinding NotOffered { get; } = new("y,,", []);

    public bool IsBound => Data.Length > 0;

    /// <summary>Bound to the server's certificate (RFC 5929 §4).</summary>
    public static ScramBinding To(byte[] serverEndPoint) => new("p=tls-server-end-point,,", serverEndPoint);

    /// <summary>The value of the attribute <c>c</c>.</summary>
    public string Encode() => Convert.ToBase64String([.. Encoding.ASCII.GetBytes(Header), .. Data]);
}
