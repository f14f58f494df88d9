-- A Decision moves the versions that there are to another class (access.reclassified); none brings a version of its own any more.
drop table records.decided_version;
