-- Which server is the one running Key Manager: one row that its holder renews every few seconds, judged by the database's
-- clock, and apart from it the number that every transaction compares which writes keys. They are two rows, so that those
-- transactions, which hold theirs until they end, never keep the holder from renewing. holder_id is empty when nobody holds it.

create table key_manager_lease (
  id             integer      not null primary key check (id = 1),
  fencing_number bigint       not null,
  renewals       bigint       not null,
  holder_id      varchar(64)  not null,
  holder_name    varchar(200) not null,
  holder_url     varchar(400) not null,
  acquired_at    timestamp(6) with time zone not null,
  renewed_at     timestamp(6) with time zone not null,
  expires_at     timestamp(6) with time zone not null
);
insert into key_manager_lease
  values (1, 0, 0, '', '', '', current_timestamp, current_timestamp, current_timestamp);

create table key_manager_fence (
  id             integer not null primary key check (id = 1),
  fencing_number bigint  not null
);
insert into key_manager_fence values (1, 0);
