-- Signed answers about single certificates, served again until they end and while the Key Manager is stopped.
-- id: SHA-256 over the name by which a client asked; one certificate has a name for each hash that clients use
create table kept_answer (
  id          varchar(64) not null primary key,
  serial      varchar(40) not null references issued_certificate (serial),
  question    bytea       not null,
  revoked     boolean     not null,
  this_update timestamp(6) with time zone not null,
  next_update timestamp(6) with time zone not null,
  asked_at    timestamp(6) with time zone not null,
  encoded     bytea       not null
);
create index kept_answer_serial on kept_answer (serial);
create index kept_answer_age on kept_answer (this_update, id);
