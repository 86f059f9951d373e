-- What programs have asked under a key of their own, so that a request which is sent again is answered as the first time.

-- name, mark and answer follow from the program's key, which is not kept: answer is sealed with it and null as long as
-- there is none; lost: nobody knows what became of the request
create table keyed_request (
  name     varchar(64) not null primary key,
  mark     bytea       not null,
  begun_at timestamp(6) with time zone not null,
  answer   bytea,
  lost     boolean     not null,
  version  bigint      not null
);
create index keyed_request_begun on keyed_request (begun_at);
