using System.Globalization;
using System.Text;

namespace Digest.Mail.Smtp;

/// <summary>
/// A record of what was said with servers, for an operator who looks for a fault: one line for each line of the
/// dialogue, with the seconds since the transcript began, the number of the connection and who spoke. Sign-in and
/// letters are left out; addresses are shown, so it is for the operator's eyes only. Many connections may write at
/// the same time. It never stands in the way of sending: if it cannot be written, or reaches its bound, it ends.
/// </summary>
/// <param name="output">Where it goes, line by line in one write each; closed with the transcript.</param>
/// <param name="clock">The time.</param>
/// <param name="maxOctets">Octets after which it ends with a note.</param>
public sealed class SmtpTranscript(Stream output, TimeProvider clock, long maxOctets) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly long _began = clock.GetTimestamp();
    private long _octets;
    private int _connections;
    private bool _isOver;

    /// <summary>Begins the part of one connection.</summary>
    internal SmtpDialogue Begin(SmtpEndpoint endpoint)
    {
        var dialogue = new SmtpDialogue(this, Interlocked.Increment(ref _connections));
        var now = clock.GetUtcNow().ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        dialogue.Note(string.Create(
            CultureInfo.InvariantCulture, $"connects to {endpoint.Host}:{endpoint.Port}, {now}"));
        return dialogue;
    }

    internal void Write(int connection, string text)
    {
        var seconds = clock.GetElapsedTime(_began).TotalSeconds;
        var line = string.Create(CultureInfo.InvariantCulture, $"{seconds,9:0.000} #{connection} {text}\n");
        lock (_gate)
        {
            if (_isOver)
                return;

            _octets += line.Length;
            _isOver = _octets > maxOctets;
            Put(_isOver ? $"(the transcript ends here: it may have {maxOctets} octets)\n" : line);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isOver = true;
            output.Dispose();
        }
    }

    private void Put(string line)
    {
        try
        {
            output.Write(Encoding.UTF8.GetBytes(line));
            output.Flush();
        }
        catch (IOException)
        {
            // A full disk must not stop the letters.
            _isOver = true;
        }
    }
}
