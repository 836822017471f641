namespace Digest.Subscribers;

/// <summary>What an import came to.</summary>
/// <param name="Added">New subscriptions.</param>
/// <param name="Known">Subscriptions that existed; their name, language, topics and zone were renewed.</param>
/// <param name="Suppressed">Of both, those whose address is suppressed: kept, never mailed.</param>
/// <param name="Refused">Rows left out, in the order of the file.</param>
public sealed record ImportReport(int Added, int Known, int Suppressed, IReadOnlyList<RefusedRow> Refused);

/// <summary>A row that was left out.</summary>
/// <param name="Line">The line of the file on which the row begins, counted from 1.</param>
/// <param name="Reason">A clause for a person; what it quotes of the row is cut and free of controls.</param>
public sealed record RefusedRow(int Line, string Reason);
