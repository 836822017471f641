namespace Digest.IntegrationTests.Feeds.Gofeed;

/// <summary>What this project has no use for, and where it differs from gofeed, each with its reason.</summary>
internal static class GofeedMisses
{
    /// <summary>Fields without a counterpart, by gofeed's name.</summary>
    public static readonly IReadOnlyDictionary<string, string> Unmappable = new Dictionary<string, string>
    {
        ["updated"] = "the text of a date is not kept, only the moment",
        ["published"] = "the text of a date is not kept, only the moment",
        ["pubDate"] = "the text of a date is not kept, only the moment",
        ["lastBuildDate"] = "the text of a date is not kept, only the moment",
        ["author"] = "said again in authors",
        ["enclosure"] = "said again in enclosures",
        ["extensions"] = "what is read of an extension is part of the model",
        ["dcExt"] = "what is read of an extension is part of the model",
        ["itunesExt"] = "what is read of an extension is part of the model",
        ["custom"] = "elements that no specification knows are not read",
        ["cloud"] = "nothing here can be called back by a publisher",
        ["textInput"] = "a form that no feed reader shows",
        ["docs"] = "the address of the specification of RSS",
        ["rating"] = "PICS has been dead since 2009",
        ["managingEditor"] = "read as author",
        ["webMaster"] = "read as author where there is no other",
        ["content_text"] = "content is HTML here",
        ["next_url"] = "one request reads one document",
        ["favicon"] = "one picture of a feed is enough",
        ["external_url"] = "said again in links",
        ["banner_image"] = "one picture of an entry is enough",
        ["attachments"] = "compared as enclosures",
        ["date_published"] = "the text of a date is not kept, only the moment",
        ["date_modified"] = "the text of a date is not kept, only the moment",
        ["user_comment"] = "for people who look at the file",
        ["expired"] = "the next issue is drafted from what there is",
        ["hubs"] = "publishers are asked, they do not push",
    };

    /// <summary>Expectations that are not met: name of the pair, a space, path of the field.</summary>
    public static readonly IReadOnlyDictionary<string, string> Known = new Dictionary<string, string>
    {
        ["extensions/dublincore/dublincore_item_multiple_values.xml item 0 authors"] =
            "gofeed takes the first dc:creator only; all are authors",
        ["parser/atom/entry_id_xml_base.xml item 0 guid"] =
            "RFC 4287 §4.2.6: an id is compared character by character and never resolved",
        ["parser/atom/feed_logo_uri_base.xml feed icon"] =
            "RFC 3986 §5.2.3: 'icon.png' beside '/img' is '/icon.png'",
        ["parser/atom/issue_275_extensions_and_source.xml item 2 content"] = "JSON is no text to show",
        ["parser/atom/issue_275_extensions_and_source.xml item 3 content"] = "another XML document is no text to show",
        ["parser/rss/rss_channel_item_guid_naked_markup.xml item 0 guid"] =
            "an identity holds no markup; the text of the element is it",
        ["translator/atom/feed_item_updated_-_atom03_feed_entry_modified.xml item 0 publishedParsed"] =
            "when an entry was published is not said; the gatherer falls back to its update",
        ["translator/json/json10_full.json feed publishedParsed"] = "JSON Feed has no dates for feeds",
        ["translator/json/json10_full.json feed updatedParsed"] = "JSON Feed has no dates for feeds",
        ["translator/json/json11_full.json feed publishedParsed"] = "JSON Feed has no dates for feeds",
        ["translator/json/json11_full.json feed updatedParsed"] = "JSON Feed has no dates for feeds",
    };
}
