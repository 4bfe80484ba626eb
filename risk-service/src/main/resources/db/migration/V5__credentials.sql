-- Which credentials the record says are known: one row, so that a change is seen without searching the record.
create table credentials_recorded (
    single boolean primary key default true check (single),
    digest text not null
);
