-- Drills that open every escrowed key once: which request asked for one, and what came of the keys so far. Keys are opened in
-- many small transactions; one that was broken off goes on with what lies here and in opening_contribution.
-- named: serial numbers of the first keys that did not open, with commas between
-- later: keys that came into escrow while officers agreed, and that nobody contributed to

create table escrow_drill (
  request     bigint       not null primary key references approval_request (id),
  to_open     bigint       not null check (to_open >= 0),
  opened      bigint       not null check (opened >= 0),
  failed      bigint       not null check (failed >= 0),
  later       bigint       not null check (later >= 0),
  named       varchar(500) not null,
  last_serial varchar(40)  not null,
  begun_at    timestamp(6) with time zone not null,
  ended_at    timestamp(6) with time zone,
  version     bigint       not null
);
create index escrow_drill_open on escrow_drill (ended_at);
