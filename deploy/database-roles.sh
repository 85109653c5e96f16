#!/bin/sh
# Runs once, when the database is made: one role owns the tables and is used only to upgrade them,
# the application's own role owns nothing and is told by the upgrade what it may do.
set -eu
psql --set ON_ERROR_STOP=1 --set owner="$DATABASE_OWNER_PASSWORD" --set application="$DATABASE_PASSWORD" \
  --username "${POSTGRES_USER:-postgres}" --dbname postgres <<'SQL'
CREATE ROLE chapter8_owner LOGIN PASSWORD :'owner';
CREATE ROLE chapter8 LOGIN PASSWORD :'application';
CREATE DATABASE chapter8 OWNER chapter8_owner;
REVOKE ALL ON DATABASE chapter8 FROM PUBLIC;
GRANT CONNECT ON DATABASE chapter8 TO chapter8;
SQL
