-- The Key Manager: its keys, the mailboxes and their tokens, certificates, escrow, formats and the audit log.
-- Standard SQL that H2 and PostgreSQL both run; instants are UTC with microseconds.

create table key_manager (
  id                 integer       not null primary key check (id = 1),
  organisation       varchar(200)  not null,
  ca_certificate     bytea         not null,
  memory_kib         integer       not null,
  passes             integer       not null,
  lanes              integer       not null,
  salt               bytea         not null,
  wrapped_master_key bytea         not null,
  set_up_at          timestamp(6) with time zone not null
);

create table wrapped_key (
  purpose    varchar(30) not null primary key,
  wrapped    bytea       not null,
  public_key bytea
);

create table mailbox (
  id                 varchar(64)  not null primary key,
  address            varchar(320) not null,
  state              varchar(20)  not null,
  returns_to         varchar(20),
  encrypt_by_default boolean      not null,
  sign_by_default    boolean      not null,
  changed_at         timestamp(6) with time zone not null,
  version            bigint       not null
);
create index mailbox_state on mailbox (state, id);

-- live_for is the mailbox while the token lives and null after: its unique index allows one live token a mailbox
create table one_time_token (
  id         uuid         not null primary key,
  mailbox    varchar(64)  not null references mailbox (id),
  live_for   varchar(64)  unique,
  state      varchar(20)  not null,
  purpose    varchar(20)  not null,
  hash       bytea        not null,
  tries_left integer      not null check (tries_left >= 0),
  issued_by  varchar(200) not null,
  issued_at  timestamp(6) with time zone not null,
  expires_at timestamp(6) with time zone not null,
  ended_at   timestamp(6) with time zone
);
create index one_time_token_mailbox on one_time_token (mailbox);

create table issued_certificate (
  serial       varchar(40)  not null primary key,
  mailbox      varchar(64)  not null references mailbox (id),
  profile      varchar(20)  not null,
  state        varchar(20)  not null,
  capabilities varchar(200) not null,
  not_before   timestamp(6) with time zone not null,
  not_after    timestamp(6) with time zone not null,
  encoded      bytea,
  revoked_at   timestamp(6) with time zone,
  reason       varchar(30),
  version      bigint       not null
);
create index issued_certificate_mailbox on issued_certificate (mailbox, profile, not_before);
create index issued_certificate_state on issued_certificate (state, serial);

create table escrowed_key (
  serial       varchar(40) not null primary key references issued_certificate (serial),
  mailbox      varchar(64) not null references mailbox (id),
  sealed       bytea       not null,
  deposited_at timestamp(6) with time zone not null
);
create index escrowed_key_mailbox on escrowed_key (mailbox, deposited_at);

create table pooled_key (
  id                  uuid        not null primary key,
  key_type            varchar(20) not null,
  public_key          bytea       not null,
  wrapped_private_key bytea       not null,
  made_at             timestamp(6) with time zone not null
);
create index pooled_key_age on pooled_key (key_type, made_at, id);

create table roaming_file (
  mailbox   varchar(64) not null primary key references mailbox (id),
  content   bytea       not null,
  stored_at timestamp(6) with time zone not null,
  version   bigint      not null
);

create table revocation_list (
  crl_number  bigint   not null primary key,
  this_update timestamp(6) with time zone not null,
  next_update timestamp(6) with time zone not null,
  encoded     ${large} not null
);

create table security_settings (
  version_number integer      not null primary key,
  edition        varchar(30)  not null,
  preferred      varchar(30)  not null,
  lowest         varchar(30)  not null,
  changed_by     varchar(200) not null,
  changed_at     timestamp(6) with time zone not null,
  reason         varchar(500) not null
);

create table audit_entry (
  entry_number bigint        not null primary key,
  happened_at  timestamp(6) with time zone not null,
  actor        varchar(200)  not null,
  act          varchar(40)   not null,
  outcome      varchar(20)   not null,
  subject      varchar(400)  not null,
  details      varchar(2000) not null,
  entry_hash   bytea         not null,
  mac          bytea
);

create table audit_chain (
  id          integer not null primary key check (id = 1),
  last_number bigint  not null,
  last_hash   bytea
);
insert into audit_chain (id, last_number) values (1, 0);
