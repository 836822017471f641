using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Digest.Mail.Smtp;

/// <summary>Makes the TCP connection: each address of the host in turn, each with its share of the time.</summary>
internal static class SmtpDialer
{
    // Room for a usual message and what follows it, so that it leaves in one call.
    private const int SendBuffer = 256 * 1024;

    /// <exception cref="SmtpConnectionException">No address of the host took the connection in time.</exception>
    public static async Task<Socket> ConnectAsync(
        string host, int port, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var addresses = await ResolveAsync(host, timeout, cancellationToken);
        SmtpConnectionException? trouble = null;
        foreach (var address in addresses)
        {
            try
            {
                return await ConnectAsync(
                    new IPEndPoint(address, port), timeout / addresses.Length, cancellationToken);
            }
            catch (SmtpConnectionException refused)
            {
                trouble = refused;
            }
        }

        throw trouble ?? new SmtpConnectionException($"{host} has no address");
    }

    private static async Task<IPAddress[]> ResolveAsync(
        string host, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (IPAddress.TryParse(host, out var address))
            return [address];

        IPAddress[] addresses = [];
        await WithinAsync(
            timeout,
            async token => addresses = await System.Net.Dns.GetHostAddressesAsync(host, token),
            cancellationToken);
        return addresses;
    }

    private static async Task<Socket> ConnectAsync(
        IPEndPoint place, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var socket = new Socket(place.AddressFamily, SocketType.Stream, ProtocolType.Tcp)
        {
            NoDelay = true,
            SendBufferSize = SendBuffer,
        };
        try
        {
            await WithinAsync(timeout, token => socket.ConnectAsync(place, token), cancellationToken);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task WithinAsync(
        TimeSpan timeout, Func<CancellationToken, ValueTask> action, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        try
        {
            await action(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SmtpConnectionException(string.Create(
                CultureInfo.InvariantCulture, $"no connection within {timeout.TotalSeconds:0.#} seconds"));
        }
        catch (SocketException trouble)
        {
            throw new SmtpConnectionException(trouble.Message, trouble);
        }
    }
}
