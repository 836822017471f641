using System.Collections.Frozen;

namespace Digest.Gather.Mailbox;

/// <summary>A web address without the parameters that mailing services add to know who followed it.</summary>
internal static class TrackingFreeAddress
{
    private static readonly FrozenSet<string> Known = FrozenSet.ToFrozenSet(
    [
        "fbclid", "gclid", "msclkid", "mc_cid", "mc_eid", "_hsenc", "_hsmi", "mkt_tok", "vero_id", "vero_conv",
        "oly_enc_id", "oly_anon_id", "ck_subscriber_id", "sub_id", "subscriber_id", "recipient_id", "ml_subscriber",
        "ml_subscriber_hash", "sc_customer", "spMailingID", "spUserID", "spJobID", "elqTrackId", "elqTrack", "trk",
        "trkEmail", "s_cid", "bsft_uid", "bsft_eid", "dm_i", "email_hash", "wt_mc",
    ], StringComparer.OrdinalIgnoreCase);

    public static string Of(string address)
    {
        var query = address.IndexOf('?', StringComparison.Ordinal);
        var fragment = address.IndexOf('#', StringComparison.Ordinal);
        if (query < 0 || fragment >= 0 && fragment < query)
            return address;

        var end = fragment < 0 ? address.Length : fragment;
        var parts = address[(query + 1)..end].Replace("&amp;", "&").Split('&');
        var kept = parts.Where(part => part.Length > 0 && !IsTracking(part.Split('=', 2)[0])).ToList();
        if (kept.Count == parts.Length)
            return address;

        return address[..query] + (kept.Count == 0 ? "" : $"?{string.Join('&', kept)}") + address[end..];
    }

    private static bool IsTracking(string name) =>
        name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) || Known.Contains(name);
}
