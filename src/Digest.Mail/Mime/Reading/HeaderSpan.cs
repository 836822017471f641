namespace Digest.Mail.Mime.Reading;

/// <summary>Where a field stands in its text: the name, and the value as it was folded.</summary>
internal readonly record struct HeaderSpan(int Start, int NameLength, int ValueStart, int End);
