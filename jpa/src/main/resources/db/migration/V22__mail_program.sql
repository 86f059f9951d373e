-- With which program the owner reads sealed mail; what is sealed to the mailbox follows from it.
alter table mailbox add column mail_program varchar(20) default 'SEALPOST' not null;
