-- The first run that tried to read the source: where its first window begins until a read succeeds.
ALTER TABLE source_state ADD COLUMN first_try TEXT;
