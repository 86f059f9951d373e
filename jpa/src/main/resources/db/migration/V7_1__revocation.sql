-- Compromised and left, from when on a key is not to be trusted, and delta lists.
alter table mailbox add column revoked_as varchar(20);

-- listed_in: number of the first list that has the certificate; null until one has been signed
alter table issued_certificate add column invalid_since timestamp(6) with time zone;
alter table issued_certificate add column listed_in bigint;
create index issued_certificate_listed on issued_certificate (state, listed_in);

alter table revocation_list add column entries integer default 0 not null;
alter table revocation_list add column delta_base bigint;
alter table revocation_list add column delta ${large};

-- numbers of earlier complete lists that somebody may still rely on: a delta begins at the oldest of them
create table earlier_list (
  crl_number  bigint not null primary key,
  next_update timestamp(6) with time zone not null
);
