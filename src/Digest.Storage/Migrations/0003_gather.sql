-- What a connector keeps between reads, in a form of its own: a cursor, a snapshot.
ALTER TABLE source_state ADD COLUMN memory TEXT;

-- The url of newsletter.yml that the row was learned from; when and where the source is asked next.
ALTER TABLE source_state ADD COLUMN address TEXT;
ALTER TABLE source_state ADD COLUMN last_new TEXT;
ALTER TABLE source_state ADD COLUMN next_try TEXT;
ALTER TABLE source_state ADD COLUMN rests_since TEXT;
ALTER TABLE source_state ADD COLUMN moved_to TEXT;

-- Until when servers asked not to be asked, whatever newsletter asks: a host with its port, a domain, or one source.
CREATE TABLE host_wait (
    scope  TEXT NOT NULL PRIMARY KEY,
    until  TEXT NOT NULL,
    reason TEXT NOT NULL
);
