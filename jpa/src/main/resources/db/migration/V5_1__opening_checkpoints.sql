-- A checkpoint signed when the keys came into memory: entries before it may lack authentication, others may not.
alter table audit_checkpoint add column opening boolean default false not null;
