using System.Net;
using System.Net.Sockets;

namespace Digest.Testing.Servers;

/// <summary>
/// Loopback ports for servers that must be told theirs before they start. They lie below the range that the kernel
/// gives to outgoing connections, so that none of those takes one in between.
/// </summary>
internal static class FreePorts
{
    private const int First = 15000;
    private const int Last = 32000;
    private static readonly HashSet<int> Taken = [];

    public static int Take()
    {
        lock (Taken)
        {
            while (true)
            {
                var port = Random.Shared.Next(First, Last);
                if (!Taken.Contains(port) && IsFree(port) && Taken.Add(port))
                    return port;
            }
        }
    }

    private static bool IsFree(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
