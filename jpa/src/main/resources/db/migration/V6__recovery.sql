-- Recovery officers: who shares which version of the escrow key, what they contributed, what waits for its code.

alter table escrowed_key add column escrow_version integer default 1 not null;
create index escrowed_key_version on escrowed_key (escrow_version, serial);

-- version 1 of the escrow key belongs to the set-up; a version has one active sharing, or none while it hangs under
-- the master key
create table key_sharing (
  id             integer      not null primary key,
  escrow_version integer      not null,
  state          varchar(20)  not null,
  proposal       varchar(40),
  needed         integer      not null check (needed > 0),
  commitments    bytea,
  replaces       integer references key_sharing (id),
  changed_at     timestamp(6) with time zone not null,
  version        bigint       not null
);
create index key_sharing_state on key_sharing (state, escrow_version);

create table recovery_officer (
  sharing integer      not null references key_sharing (id),
  holder  integer      not null check (holder > 0),
  mailbox varchar(64)  not null references mailbox (id),
  name    varchar(400) not null,
  primary key (sharing, holder),
  unique (sharing, mailbox)
);

-- dealer 0 dealt the whole key; else it is the number of an officer of the sharing before, who dealt the own share
create table share_part (
  sharing     integer not null references key_sharing (id),
  holder      integer not null,
  dealer      integer not null check (dealer >= 0),
  commitments bytea   not null,
  sealed      bytea   not null,
  primary key (sharing, dealer, holder)
);

-- serial is the escrowed key's; what one officer gives for one key and one request, worth nothing for any other
create table opening_contribution (
  request varchar(40) not null,
  serial  varchar(40) not null references escrowed_key (serial),
  holder  integer     not null,
  sharing integer     not null references key_sharing (id),
  encoded bytea       not null,
  primary key (request, serial, holder)
);

create table sealed_package (
  id         varchar(40)  not null primary key,
  mailbox    varchar(64)  not null references mailbox (id),
  purpose    varchar(20)  not null,
  code_hash  bytea        not null,
  public_key bytea        not null,
  made_by    varchar(200) not null,
  filled_at  timestamp(6) with time zone,
  expires_at timestamp(6) with time zone not null,
  version    bigint       not null
);
create index sealed_package_mailbox on sealed_package (mailbox, purpose);
create index sealed_package_expiry on sealed_package (expires_at);

create table packed_key (
  package_id varchar(40) not null references sealed_package (id),
  serial     varchar(40) not null references escrowed_key (serial),
  sealed     bytea       not null,
  primary key (package_id, serial)
);
