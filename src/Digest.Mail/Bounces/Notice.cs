using System.Text;
using Digest.Mail.Mime.Reading;

namespace Digest.Mail.Bounces;

/// <summary>The words of a report for people, parted from the mail that many hosts put below them.</summary>
internal sealed class Notice
{
    private const int MaxLines = 2000;

    private static readonly PhraseRow ReturnedWords = new(
        BounceClass.None,
        "below this line", "original message", "original mail", "copy of the message", "copy of your message",
        "is a copy of", "returned message", "unsent message", "unsent mail", "undelivered message",
        "non-delivered message", "message header", "headers follow", "message follows", "header follows",
        "original header", "old message", "returned mail", "your message follows", "message text", "mail header",
        "message contents", "元のメッセージ",
        "原始邮件", "原邮件内容", "オリジナルメッセージ");

    /// <summary>"The following addresses did not receive a copy of your message:" announces no copy.</summary>
    private static readonly PhraseRow OtherWords = new(BounceClass.None, "transcript", "address", "recipient");

    private readonly string[] _lines;

    private Notice(string[] lines, MimeEntity? returned)
    {
        _lines = lines;
        Returned = returned;
        Text = string.Join('\n', lines);
        Wording = new Wording(Text);
    }

    public IReadOnlyList<string> Lines => _lines;

    /// <summary>The mail below the words; null if there is none.</summary>
    public MimeEntity? Returned { get; }

    public string Text { get; }

    /// <summary>What the whole of it says.</summary>
    public Wording Wording { get; }

    /// <summary>The index of the first line of a kind, or -1.</summary>
    public int Find(Predicate<string> kind) => Array.FindIndex(_lines, kind);

    public static Notice Of(string words)
    {
        var lines = words.ReplaceLineEndings("\n").Split('\n', MaxLines);
        var cut = Array.FindIndex(lines, 0, line => IsReturnedMark(line) || IsHeaderOfMail(line));
        if (cut < 0 || lines[..cut].All(string.IsNullOrWhiteSpace))
            return new Notice(lines, null);

        var below = lines[(IsHeaderOfMail(lines[cut]) ? cut : cut + 1)..].SkipWhile(string.IsNullOrWhiteSpace);
        var returned = MimeReader.Read(Encoding.UTF8.GetBytes(string.Join("\r\n", below)));
        return new Notice(lines[..cut], returned.Headers.Count > 0 ? returned : null);
    }

    /// <summary>
    /// A framed line or one that ends in a colon or says that something follows, and names the mail: prose that
    /// mentions "the original message" is none.
    /// </summary>
    private static bool IsReturnedMark(string line)
    {
        var bare = line.Trim();
        if (bare.Length is 0 or > 120 || !IsMarkShaped(bare))
            return false;

        return ReturnedWords.IsIn(bare.ToLowerInvariant())
            && !OtherWords.IsIn(bare.ToLowerInvariant());
    }

    private static bool IsMarkShaped(string line) =>
        line.StartsWith("--", StringComparison.Ordinal) || line.StartsWith("==", StringComparison.Ordinal)
        || line.StartsWith("**", StringComparison.Ordinal) || line[^1] is ':' or '：'
        || line.TrimEnd('.', ':').EndsWith("follows", StringComparison.OrdinalIgnoreCase)
        || line.TrimEnd('.', ':').EndsWith("follow", StringComparison.OrdinalIgnoreCase);

    private static bool IsHeaderOfMail(string line) =>
        line.StartsWith("Received:", StringComparison.OrdinalIgnoreCase)
        || line.StartsWith("Return-Path:", StringComparison.OrdinalIgnoreCase);
}
