-- People outside whose encryption certificate a mailbox's owner has confirmed by hand.
-- id: begins with "contact:", so that it is never the id of a mailbox; reads: as in issued_certificate.capabilities.

create table contact (
  id          varchar(64)  not null primary key,
  owner       varchar(64)  not null,
  address     varchar(400) not null,
  name        varchar(256) not null,
  fingerprint varchar(64)  not null,
  encoded     bytea        not null,
  reads       varchar(400) not null,
  valid_until timestamp(6) with time zone not null,
  added_at    timestamp(6) with time zone not null,
  version     bigint       not null,
  unique (owner, address)
);
