using System.Net;

namespace Digest.Mail.Spf;

/// <summary>What a directive compares the sender with (RFC 7208 §5). A null target means the domain itself.</summary>
public abstract record SpfMechanism
{
    public sealed record All : SpfMechanism;

    public sealed record Include(SpfMacroText Target) : SpfMechanism;

    public sealed record Host(SpfMacroText? Target, SpfPrefixes Prefixes) : SpfMechanism;

    public sealed record Exchangers(SpfMacroText? Target, SpfPrefixes Prefixes) : SpfMechanism;

    public sealed record Reverse(SpfMacroText? Target) : SpfMechanism;

    public sealed record Network(IPAddress Address, int Prefix) : SpfMechanism;

    public sealed record Exists(SpfMacroText Target) : SpfMechanism;
}
