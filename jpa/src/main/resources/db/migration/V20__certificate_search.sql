-- address: the mailbox's address that the certificate names, in lower case; what a search finds it by.

alter table issued_certificate add column address varchar(320) ${bytewise} default '' not null;
update issued_certificate
  set address = coalesce((select lower(m.address) from mailbox m where m.id = issued_certificate.mailbox), '');

create index issued_certificate_address on issued_certificate (address, not_before, serial);
create index issued_certificate_newest on issued_certificate (not_before, serial);
create index issued_certificate_newest_state on issued_certificate (state, not_before, serial);
create index issued_certificate_newest_end on issued_certificate (not_after, serial);
