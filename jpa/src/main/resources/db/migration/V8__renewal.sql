-- told_days: the owner was last told that many days before the end; null before the first time.

alter table issued_certificate add column told_days integer;
create index issued_certificate_end on issued_certificate (state, not_after);
