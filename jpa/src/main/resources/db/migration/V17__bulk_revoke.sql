-- Bulk runs that revoke: why, the same cause for all. Those who have left the directory are found by their address.

alter table bulk_run add column revocation_cause varchar(20);
create index mailbox_address on mailbox (address);
