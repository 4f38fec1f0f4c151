-- From here on an event is compressed from what its row says of it, too, which an older Understudy cannot read. Those that
-- are there stay as they are: what is inside tells.
SELECT 1;
