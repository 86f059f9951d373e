-- Custody of the master key: its versions, the ways to open it, the holders of recovery shares, and backups made.
-- Each way has a public key; each version of the master key is sealed to each way, so that a new version needs no secret.

create table master_key (
  version_number integer      not null primary key,
  made_by        varchar(200) not null,
  made_at        timestamp(6) with time zone not null
);

-- password: cost and salt of its hardening; shares: how many are needed of how many; token: label and the seed under it
create table opening_way (
  kind         varchar(20)  not null primary key,
  public_key   bytea        not null,
  made_by      varchar(200) not null,
  made_at      timestamp(6) with time zone not null,
  memory_kib   integer,
  passes       integer,
  lanes        integer,
  salt         bytea,
  needed       integer,
  made         integer,
  token_label  varchar(64),
  wrapped_seed bytea
);

create table sealed_master_key (
  kind           varchar(20) not null references opening_way (kind),
  version_number integer     not null references master_key (version_number),
  sealed         bytea       not null,
  primary key (kind, version_number)
);

create table share_holder (
  holder_number integer      not null primary key,
  holder        varchar(200) not null,
  digest        bytea        not null
);

create table backup_record (
  id        uuid         not null primary key,
  file_name varchar(200) not null,
  size_bytes bigint      not null,
  row_count bigint       not null,
  made_by   varchar(200) not null,
  made_at   timestamp(6) with time zone not null
);
create index backup_record_age on backup_record (made_at);

alter table wrapped_key add column master_version integer default 1 not null;
alter table key_manager drop column memory_kib;
alter table key_manager drop column passes;
alter table key_manager drop column lanes;
alter table key_manager drop column salt;
alter table key_manager drop column wrapped_master_key;
