using System.Text;
using Digest.Mail.Smtp;

namespace Digest.UnitTests.Mail.Smtp.Sasl;

/// <summary>The other end of a sign-in: gives its answers in order and remembers what it heard.</summary>
internal sealed class ScriptedWire(params Func<string, string>[] answers)
{
    private readonly List<string> _heard = [];

    public ScriptedWire(params string[] answers)
        : this([.. answers.Select(answer => new Func<string, string>(_ => answer))])
    {
    }

    /// <summary>Lines in order, without CRLF.</summary>
    public IReadOnlyList<string> Heard => _heard;

    public Task<SmtpReply> SayAsync(string line, CancellationToken cancellationToken)
    {
        var answer = _heard.Count < answers.Length ? answers[_heard.Count](line) : "503 5.5.1 nothing more to say";
        _heard.Add(line);
        var code = (answer[0] - '0') * 100 + (answer[1] - '0') * 10 + (answer[2] - '0');
        return Task.FromResult(new SmtpReply(code, EnhancedCode.Find(answer.AsSpan(4), code), [answer[4..]]));
    }

    /// <summary>A 334 with these words, encoded.</summary>
    public static string Challenge(string text) => $"334 {Encode(text)}";

    public static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    public static string Decode(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));
}
