using Digest.Deliver;
using Digest.Model;

namespace Digest.Run;

/// <summary>An issue of an earlier run whose letters this run went on with.</summary>
public sealed record EarlierDelivery(IssueRef Issue, DeliveryReport Delivery);
