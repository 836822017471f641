-- Reports on letters: delivery reports and complaints. A row is never changed. report is the same for copies of one
-- report, so that it is taken once. No address is kept, as in suppression.
CREATE TABLE bounce (
    report       TEXT NOT NULL PRIMARY KEY,
    letter_id    BIGINT NOT NULL REFERENCES letter (id),
    address_hash TEXT NOT NULL,
    kind         TEXT NOT NULL CHECK (kind IN ('hard', 'soft', 'senderfault', 'block', 'delayed', 'complaint')),
    code         TEXT,
    evidence     TEXT NOT NULL,
    seen         TEXT NOT NULL
);

CREATE INDEX bounce_address ON bounce (address_hash, seen);
CREATE INDEX bounce_letter ON bounce (letter_id);
