-- Marks of a message in lists. files: known to bring attachments; of a sealed message that is known only once its owner
-- has opened it. signature: how its signatures stood when it was opened last; null before, and when there are none.
ALTER TABLE stored_message ADD COLUMN files BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE stored_message ADD COLUMN signature VARCHAR(8);
