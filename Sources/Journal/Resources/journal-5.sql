-- From here on an event is compressed from what its row says of it, too, and the column frame holds a picture's name
-- as the bytes that its digits stand for: an older Understudy can read neither. Rows that are there stay as they are: what is
-- inside tells.
SELECT 1;
