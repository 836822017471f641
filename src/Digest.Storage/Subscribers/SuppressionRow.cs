using Digest.Model;
using Digest.Storage.Sql;

namespace Digest.Storage.Subscribers;

internal sealed class SuppressionRow
{
    public string AddressHash { get; init; } = "";

    public string Reason { get; init; } = "";

    public string Evidence { get; init; } = "";

    public string Since { get; init; } = "";

    public static SuppressionRow From(Suppression suppression) => new()
    {
        AddressHash = suppression.AddressHash,
        Reason = suppression.Reason,
        Evidence = suppression.Evidence,
        Since = SqlTime.Write(suppression.Since),
    };

    public Suppression ToSuppression() => new(AddressHash, Reason, Evidence, SqlTime.Read(Since));
}
