-- Certificates for partners outside the directory, by ACME for S/MIME (RFC 8555, RFC 8823).

-- A partner has no mailbox: its certificates name the partner in the mailbox's place. partner follows from the address.
alter table issued_certificate alter column mailbox drop not null;
alter table issued_certificate add column partner varchar(64);
create index issued_certificate_partner on issued_certificate (partner, not_before);

-- thumbprint is the key's (RFC 7638), public_key a JSON Web Key, contact addresses with spaces between
create table acme_account (
  id          varchar(40)   not null primary key,
  thumbprint  varchar(64)   not null unique,
  public_key  varchar(2000) not null,
  contact     varchar(1400) not null,
  state       varchar(20)   not null,
  created_at  timestamp(6) with time zone not null,
  version     bigint        not null
);
create index acme_account_created on acme_account (created_at);

-- An order with its one authorization and its one challenge. mailed_part is the half of the challenge's token that goes by
-- mail, kept until it has gone; fetched_part the other half; answer is what the partner's mail has to say, in base64url.
create table acme_order (
  id           varchar(40)  not null primary key,
  account      varchar(40)  not null references acme_account (id),
  address      varchar(320) ${bytewise} not null,
  state        varchar(20)  not null,
  mailed_part  varchar(64),
  fetched_part varchar(64)  not null,
  answer       varchar(64)  not null,
  mails        integer      not null,
  created_at   timestamp(6) with time zone not null,
  expires_at   timestamp(6) with time zone not null,
  proven_at    timestamp(6) with time zone,
  problem      varchar(60),
  serial       varchar(40) references issued_certificate (serial),
  version      bigint       not null
);
create index acme_order_account on acme_order (account, created_at);
create index acme_order_address on acme_order (address, created_at);
create index acme_order_state on acme_order (state, expires_at);
create index acme_order_serial on acme_order (serial);
