-- Which of its session's keys an event is sealed with: erasing a part of a session gives the rest a new key.
ALTER TABLE event ADD COLUMN generation INTEGER NOT NULL DEFAULT 0;
