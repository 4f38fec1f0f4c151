-- From here on a picture may be kept as what it has that an earlier one has not, which an older Understudy would take for
-- damaged, and lose when it erases.
SELECT 1;
