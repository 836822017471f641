namespace Digest.Gather.Meetbot;

/// <summary>The minutes of a meeting as MeetBot wrote them.</summary>
/// <param name="Title">The channel and the meeting, <c>#driftwood-meeting: keel</c>; may be empty.</param>
/// <param name="Chair">Who started it; null if the minutes do not say.</param>
/// <param name="Topics">In their order.</param>
/// <param name="People">Who said something.</param>
internal sealed record Minutes(
    string Title, string? Chair, IReadOnlyList<MinutesTopic> Topics, IReadOnlyList<string> People);

/// <param name="Words">Empty for what was noted before the first topic.</param>
/// <param name="Notes">What was noted below it.</param>
internal sealed record MinutesTopic(string Words, IReadOnlyList<MinutesNote> Notes);

/// <param name="Kind"><c>INFO</c>, <c>AGREED</c>, <c>ACTION</c>, <c>LINK</c> and others.</param>
internal sealed record MinutesNote(string Kind, string Words);
