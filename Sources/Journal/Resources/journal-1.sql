-- What lies open is what it takes to order, count and erase; everything else is sealed.

-- One recording session. The ordinal is the order in which sessions began, whatever the clock said.
CREATE TABLE session (
  ordinal INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  -- Hours since 1970: coarse, so that the open columns tell no working rhythm.
  hour INTEGER NOT NULL
);

-- One event. The position is the session's ordinal times 2^32 plus the event's number: the order of the journal.
CREATE TABLE event (
  position INTEGER PRIMARY KEY,
  hour INTEGER NOT NULL,
  -- The name of the picture's file, where there is one.
  frame TEXT,
  -- AES-GCM under the session's key: nonce, ciphertext, tag.
  payload BLOB NOT NULL
);

-- Numbers of a session that were lost, and why.
CREATE TABLE gap (
  first INTEGER PRIMARY KEY,
  last INTEGER NOT NULL,
  reason TEXT NOT NULL
);
