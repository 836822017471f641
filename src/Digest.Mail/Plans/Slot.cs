namespace Digest.Mail.Plans;

/// <summary>A place in a template where each letter says something else.</summary>
/// <param name="Marker">
/// The text that stands for it in the template: in header fields, in the text and in the HTML, as often as wanted.
/// Printable, on one line, and nothing that the template could mean literally.
/// </param>
/// <param name="Encoding">How its value gets into HTML.</param>
public sealed record Slot(string Marker, SlotEncoding Encoding = SlotEncoding.Text);
