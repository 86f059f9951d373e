-- Bulk runs that revoke: why, the same cause for all. Those who have left the directory are found by their address.
-- turned_at: when a mailbox had its turn, from which the rate of a run is known. mailed_at: when a token went by mail.

alter table bulk_run add column revocation_cause varchar(20);
create index mailbox_address on mailbox (address);

alter table bulk_item add column turned_at timestamp(6) with time zone;
create index bulk_item_turned on bulk_item (run_id, turned_at);

alter table one_time_token add column mailed_at timestamp(6) with time zone;
