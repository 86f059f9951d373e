-- Stored mail put into new envelopes by its owners: where each owner's run stands, and what was left as it was and why.
-- worker: who goes on with the run, by a number drawn at each start; only that one may take a turn.
-- after_id: the last message whose turn it was; what a run has done is done, whoever goes on with it.

create table resealing (
  owner        varchar(64) not null primary key,
  version      integer     not null,
  number       integer     not null,
  state        varchar(16) not null,
  worker       varchar(36) not null,
  after_id     bigint      not null,
  done         integer     not null,
  kept         integer     not null,
  refused      integer     not null,
  started_at   timestamp(6) with time zone not null,
  turned_at    timestamp(6) with time zone not null,
  stretch_from timestamp(6) with time zone not null,
  stretch_base integer     not null
);

-- number: the run in which it was left as it was; a later run looks at the message again
create table resealing_refusal (
  message_id bigint       not null primary key references stored_message (id) on delete cascade,
  owner      varchar(64)  not null,
  number     integer      not null,
  code       varchar(64)  not null,
  detail     varchar(400) not null
);
create index resealing_refusal_page on resealing_refusal (owner, number, message_id);

create index stored_message_format on stored_message (owner, seal, format, id);
