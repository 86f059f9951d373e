-- Notices of the Key Manager lie in the Inbox like any message, but no job delivered them.
alter table stored_message alter column job_id drop not null;
