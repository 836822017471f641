namespace Digest.Model;

/// <summary>Draft → Approved (frozen) → Sending → Sent, or Cancelled.</summary>
public enum IssueState
{
    /// <summary>The Markdown file is the truth; an editor may change it.</summary>
    Draft,

    /// <summary>Frozen and rendered; no letter written yet.</summary>
    Approved,

    /// <summary>The outbox holds a row for every subscriber; some are not final.</summary>
    Sending,

    /// <summary>Every letter is final and their sum is the audience.</summary>
    Sent,

    /// <summary>Given up; its items are free for the next issue.</summary>
    Cancelled,
}
