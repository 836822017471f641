namespace Digest.Feeds;

/// <summary>A picture that stands for a feed.</summary>
/// <param name="Url">Absolute, http or https.</param>
/// <param name="Title">Plain text on one line; may be empty.</param>
public sealed record FeedImage(string Url, string Title = "");
