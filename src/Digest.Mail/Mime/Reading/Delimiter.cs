namespace Digest.Mail.Mime.Reading;

/// <summary>
/// A line that ends a part (RFC 2046 §5.1.1), or the end of the text. The level tells which of the open multiparts it
/// belongs to: 0 is the outermost, -1 the end of the text.
/// </summary>
internal readonly record struct Delimiter(int Level, int Start, int Next, bool IsClose)
{
    public bool IsFound => Level >= 0;

    public static Delimiter None(int end) => new(-1, end, end, IsClose: false);
}
