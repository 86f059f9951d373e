-- Standard programs that redeem tokens (CMP, EST): how a token is found by its reference and checked by a MAC, and
-- where a transaction stands.

-- both only for tokens that such programs may redeem; sealed_code is the token, sealed to the spool key
alter table one_time_token add column reference_hash bytea;
alter table one_time_token add column sealed_code bytea;
create index one_time_token_reference on one_time_token (reference_hash);

-- id is the program's transactionID in hexadecimal; voucher is the token's id or the signing certificate's serial number;
-- awaited are the serial numbers of certificates that wait for their confirmation, with the program's numbers for them
create table cmp_transaction (
  id             varchar(256) not null primary key,
  mailbox        varchar(64)  not null,
  voucher        varchar(64)  not null,
  nonce          bytea        not null,
  awaited        varchar(400) not null,
  begun_at       timestamp(6) with time zone not null,
  confirm_before timestamp(6) with time zone,
  version        bigint       not null
);
create index cmp_transaction_begun on cmp_transaction (begun_at);
create index cmp_transaction_due on cmp_transaction (confirm_before);
