-- From here on events are compressed before they are sealed, which an older Understudy cannot read. Those that are there
-- stay as they are: what is inside tells.
SELECT 1;
