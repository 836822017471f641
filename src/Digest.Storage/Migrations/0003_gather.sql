-- What a connector keeps between reads, in a form of its own: a cursor, a snapshot.
ALTER TABLE source_state ADD COLUMN memory TEXT;
