-- Times are UTC text of fixed width (2026-11-13T10:00:00.0000000Z), which sorts in every engine; days are
-- yyyy-MM-dd. States are the names of the model in lower case. {identity} is the dialect's growing key.

CREATE TABLE issue (
    newsletter   TEXT NOT NULL,
    label        TEXT NOT NULL,
    number       INTEGER,
    id           TEXT NOT NULL UNIQUE,
    title        TEXT NOT NULL,
    from_day     TEXT NOT NULL,
    to_day       TEXT NOT NULL,
    cut_off      TEXT NOT NULL,
    state        TEXT NOT NULL CHECK (state IN ('draft', 'approved', 'sending', 'sent', 'cancelled')),
    created      TEXT NOT NULL,
    approved     TEXT,
    sent         TEXT,
    content_hash TEXT,
    imported     INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (newsletter, label),
    UNIQUE (newsletter, number)
);

-- At most one draft of a newsletter is open at a time.
CREATE UNIQUE INDEX issue_draft ON issue (newsletter) WHERE state = 'draft';

-- The first-seen ledger. An item belongs to one issue at most; first_seen is never updated.
CREATE TABLE item (
    seq          {identity},
    id           TEXT NOT NULL UNIQUE,
    newsletter   TEXT NOT NULL,
    source_id    TEXT NOT NULL,
    external_id  TEXT NOT NULL,
    first_seen   TEXT NOT NULL,
    content      TEXT NOT NULL,
    issue_label  TEXT,
    disposition  TEXT CHECK (disposition IN ('offered', 'included', 'dropped')),
    UNIQUE (newsletter, source_id, external_id),
    FOREIGN KEY (newsletter, issue_label) REFERENCES issue (newsletter, label),
    CHECK ((issue_label IS NULL) = (disposition IS NULL))
);

CREATE INDEX item_candidate ON item (newsletter, first_seen) WHERE issue_label IS NULL;
CREATE INDEX item_issue ON item (newsletter, issue_label);

CREATE TABLE source_state (
    newsletter    TEXT NOT NULL,
    source_id     TEXT NOT NULL,
    etag          TEXT,
    last_modified TEXT,
    last_success  TEXT,
    last_try      TEXT,
    last_error    TEXT,
    failures      INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (newsletter, source_id)
);

-- What was approved, as JSON; the checksum tells a damaged row from a good one.
CREATE TABLE frozen_issue (
    newsletter TEXT NOT NULL,
    label      TEXT NOT NULL,
    content    TEXT NOT NULL,
    checksum   TEXT NOT NULL,
    PRIMARY KEY (newsletter, label),
    FOREIGN KEY (newsletter, label) REFERENCES issue (newsletter, label)
);

CREATE TABLE subscriber (
    seq          {identity},
    id           TEXT NOT NULL UNIQUE,
    newsletter   TEXT NOT NULL,
    address_key  TEXT NOT NULL,
    address_hash TEXT NOT NULL,
    address      TEXT NOT NULL,
    name         TEXT,
    language     TEXT,
    topics       TEXT NOT NULL,
    time_zone    TEXT,
    state        TEXT NOT NULL CHECK (state IN ('active', 'unsubscribed')),
    consent      TEXT NOT NULL,
    created      TEXT NOT NULL,
    changed      TEXT NOT NULL,
    UNIQUE (newsletter, address_key)
);

CREATE INDEX subscriber_order ON subscriber (newsletter, created, seq);

-- Not tied to subscriber: a suppression outlives the subscription and keeps no address.
CREATE TABLE suppression (
    address_hash TEXT NOT NULL PRIMARY KEY,
    reason       TEXT NOT NULL,
    evidence     TEXT NOT NULL,
    since        TEXT NOT NULL
);

-- The outbox. due is the next try, empty for at once, so that one index gives what is due in order.
CREATE TABLE letter (
    id            {identity},
    newsletter    TEXT NOT NULL,
    label         TEXT NOT NULL,
    subscriber_id TEXT NOT NULL REFERENCES subscriber (id),
    message_id    TEXT NOT NULL UNIQUE,
    state         TEXT NOT NULL CHECK (state IN
        ('pending', 'transmitting', 'accepted', 'deferred', 'failed', 'uncertain', 'suppressed')),
    attempts      INTEGER NOT NULL DEFAULT 0,
    due           TEXT NOT NULL DEFAULT '',
    reply         TEXT,
    UNIQUE (newsletter, label, subscriber_id),
    FOREIGN KEY (newsletter, label) REFERENCES issue (newsletter, label)
);

CREATE INDEX letter_due ON letter (newsletter, label, due, id) WHERE state IN ('pending', 'deferred');
CREATE INDEX letter_state ON letter (newsletter, label, state);
CREATE INDEX letter_subscriber ON letter (subscriber_id);

CREATE TABLE run (
    id              TEXT NOT NULL PRIMARY KEY,
    newsletter      TEXT NOT NULL,
    idempotency_key TEXT NOT NULL,
    state           TEXT NOT NULL CHECK (state IN ('running', 'done', 'partlydone', 'failed')),
    at              TEXT,
    started         TEXT NOT NULL,
    finished        TEXT,
    report          TEXT,
    UNIQUE (newsletter, idempotency_key)
);

CREATE INDEX run_unfinished ON run (started) WHERE state = 'running';
