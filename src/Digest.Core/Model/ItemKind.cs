namespace Digest.Model;

/// <summary>What sort of thing an item is.</summary>
public enum ItemKind
{
    /// <summary>An article, a note, a topic of a forum: anything that somebody wrote to be read.</summary>
    Post,

    /// <summary>A code change under review or merged; a pull or merge request.</summary>
    Change,

    Bug,

    /// <summary>A blueprint, specification or feature request.</summary>
    Blueprint,

    /// <summary>A release, a tag, a milestone that was reached.</summary>
    Release,

    /// <summary>A mail to a list.</summary>
    Message,

    /// <summary>A wiki page, a pad or a web page that changed.</summary>
    Page,

    /// <summary>The minutes of a meeting.</summary>
    Minutes,
}
