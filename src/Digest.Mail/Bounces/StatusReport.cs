using Digest.Mail.Mime.Reading;
using Digest.Mail.Smtp;

namespace Digest.Mail.Bounces;

/// <summary>The fields of a delivery report (RFC 3464 §2): for the report, then for each recipient.</summary>
internal sealed class StatusReport
{
    private const int MaxRecipients = 100;
    private readonly StatusFields _report;

    private StatusReport(List<StatusFields> groups)
    {
        _report = groups.FirstOrDefault() ?? new StatusFields();
        Recipients = [.. groups.Where(group => group.IsRecipient).Take(MaxRecipients)];
    }

    public IReadOnlyList<StatusFields> Recipients { get; }

    public string? ReportingMta => ReportText.Name(AfterType(_report["Reporting-MTA"]));

    public string? EnvelopeId => ReportText.Name(_report["Original-Envelope-Id"]);

    /// <summary>A field without a standard, in which Google and others name the mail.</summary>
    public string? MessageId => _report["X-Original-Message-ID"];

    /// <summary>
    /// From the parts made for it, or, where a gateway turned them into plain words, from the words.
    /// </summary>
    public static StatusReport Of(ReportParts parts, Notice notice)
    {
        var groups = parts.Status.SelectMany(part => StatusFields.Split(ReportText.Of(part))).ToList();
        if (groups.Exists(group => group.IsRecipient))
            return new StatusReport(groups);

        var first = notice.Find(IsField);
        return new StatusReport(
            first < 0 ? groups : StatusFields.Split(string.Join('\n', notice.Lines.Skip(first))));
    }

    public static string? AddressOf(StatusFields fields) =>
        AddressScan.OfField(fields["Original-Recipient"]) ?? AddressScan.OfField(fields["Final-Recipient"]);

    /// <summary>The first word of Action; what the status says where it is missing.</summary>
    public static BounceAction ActionOf(StatusFields fields) =>
        Enum.TryParse<BounceAction>(fields["Action"]?.Split(' ', '(')[0], ignoreCase: true, out var action)
        && Enum.IsDefined(action)
            ? action
            : fields["Status"]?.StartsWith('2') == true ? BounceAction.Delivered : BounceAction.Failed;

    /// <summary>Words may stand after the code.</summary>
    public static EnhancedCode? StatusOf(StatusFields fields) =>
        fields["Status"] is { Length: > 0 } status && status[0] is '4' or '5'
            ? StatusCodes.EnhancedAt(status, 0)
            : null;

    /// <summary>The words of Diagnostic-Code without their type, else those beside the status.</summary>
    public static string WordsOf(StatusFields fields) => fields["Diagnostic-Code"] is { Length: > 0 } words
        ? AfterType(words)!
        : fields["Status"] is { } status && status.IndexOf('(', StringComparison.Ordinal) is > 0 and var open
            ? status[open..]
            : "";

    private static bool IsField(string line) =>
        line.StartsWith("Final-Recipient:", StringComparison.OrdinalIgnoreCase)
        || line.StartsWith("Original-Recipient:", StringComparison.OrdinalIgnoreCase)
        || line.StartsWith("Reporting-MTA:", StringComparison.OrdinalIgnoreCase);

    /// <summary>What stands after <c>dns;</c>, <c>smtp;</c> and the like.</summary>
    private static string? AfterType(string? value)
    {
        if (value is null)
            return null;

        var end = value.IndexOf(';', StringComparison.Ordinal);
        return end is >= 0 and <= 20 && !value.AsSpan(0, end).Contains(' ') ? value[(end + 1)..].Trim() : value;
    }
}
