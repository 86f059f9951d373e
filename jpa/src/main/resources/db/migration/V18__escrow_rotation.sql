-- New versions of the escrow key: which request asked for one, and how many keys were sealed anew to it. Keys are moved
-- in many small transactions; one that was broken off goes on with what lies here and in opening_contribution.

create table escrow_rotation (
  request     bigint       not null primary key references approval_request (id),
  key_version integer      not null,
  to_move     bigint       not null check (to_move >= 0),
  moved       bigint       not null check (moved >= 0),
  last_serial varchar(40)  not null,
  begun_at    timestamp(6) with time zone not null,
  ended_at    timestamp(6) with time zone,
  version     bigint       not null
);
create index escrow_rotation_open on escrow_rotation (ended_at);
