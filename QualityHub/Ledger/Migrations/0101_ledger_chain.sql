alter table ledger_entries add column day text not null default '';
alter table ledger_entries add column previous text not null default '';
alter table ledger_entries add column hash text not null default '';

create index ledger_entries_day on ledger_entries (day, sequence);
create index ledger_entries_subject on ledger_entries (subject, sequence);

create trigger ledger_entries_refuse_update before update on ledger_entries
begin
    select raise(abort, 'the ledger is append-only');
end;

create trigger ledger_entries_refuse_delete before delete on ledger_entries
begin
    select raise(abort, 'the ledger is append-only');
end;
