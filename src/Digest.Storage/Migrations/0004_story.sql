-- Which items are one story: the id of its lead, and why an item joined it. covered is JSON and of leads alone.
ALTER TABLE item ADD COLUMN story TEXT;
ALTER TABLE item ADD COLUMN story_reason TEXT;
ALTER TABLE item ADD COLUMN covered TEXT;

-- What editors said of two items, kept for good; one is the lower id.
CREATE TABLE story_verdict (
    newsletter TEXT NOT NULL,
    one        TEXT NOT NULL,
    other      TEXT NOT NULL,
    is_one     INTEGER NOT NULL,
    PRIMARY KEY (newsletter, one, other)
);

-- What issues told, for later ones: made from the frozen content, and made again where told is 0.
ALTER TABLE frozen_issue ADD COLUMN told INTEGER NOT NULL DEFAULT 0;

CREATE TABLE telling (
    newsletter TEXT NOT NULL,
    label      TEXT NOT NULL,
    place      INTEGER NOT NULL,
    title      TEXT NOT NULL,
    body       TEXT NOT NULL,
    keys       TEXT NOT NULL,
    PRIMARY KEY (newsletter, label, place),
    FOREIGN KEY (newsletter, label) REFERENCES issue (newsletter, label)
);
