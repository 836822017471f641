namespace Digest.Mail.Spf;

/// <summary>Why a record cannot be read.</summary>
/// <param name="Position">Characters from the record's beginning, from 0.</param>
/// <param name="Message">A clause for a person.</param>
public sealed record SpfFault(int Position, string Message);
