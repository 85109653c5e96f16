"""What the database itself holds: the append-only log, the completeness guard, and who may do what in it."""

from __future__ import annotations

from typing import Any

from django.db import migrations

LOG_TABLES = ("casework_logentry", "casework_chainhead")

THE_LOG = r"""
ALTER TABLE casework_logentry ADD COLUMN txid xid8 NOT NULL DEFAULT pg_current_xact_id();
CREATE INDEX log_txid ON casework_logentry (txid);

CREATE FUNCTION casework_lp(value text) RETURNS bytea LANGUAGE sql IMMUTABLE AS
$$ SELECT int4send(octet_length(convert_to(value, 'UTF8'))) || convert_to(value, 'UTF8') $$;

CREATE FUNCTION casework_append(
    in_chain uuid, in_at_us bigint, in_actor uuid, in_act text, in_kind text,
    in_object uuid, in_version int, in_state text, in_payload text
) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    head casework_chainhead;
    new_seq bigint;
    new_hash bytea;
BEGIN
    INSERT INTO casework_chainhead (chain, seq, hash) VALUES (in_chain, 0, '\x'::bytea) ON CONFLICT DO NOTHING;
    SELECT * INTO head FROM casework_chainhead WHERE chain = in_chain FOR UPDATE;
    new_seq := head.seq + 1;
    new_hash := sha256(
        convert_to('chapter8-log-v1', 'UTF8') || head.hash
        || casework_lp(in_chain::text) || casework_lp(new_seq::text) || casework_lp(in_at_us::text)
        || casework_lp(coalesce(in_actor::text, '')) || casework_lp(in_act) || casework_lp(in_kind)
        || casework_lp(in_object::text) || casework_lp(in_version::text) || casework_lp(in_state) || casework_lp(in_payload)
    );
    INSERT INTO casework_logentry
        (chain, seq, at_us, actor_id, act, object_kind, object_id, object_version, to_state, payload, prev, hash)
    VALUES (
        in_chain, new_seq, in_at_us, in_actor, in_act, in_kind, in_object, in_version, in_state, in_payload,
        head.hash, new_hash
    );
    UPDATE casework_chainhead SET seq = new_seq, hash = new_hash WHERE chain = in_chain;
    RETURN new_seq;
END
$$;

CREATE FUNCTION casework_refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the log is append-only: % on % is refused', TG_OP, TG_TABLE_NAME; END $$;
CREATE TRIGGER log_is_append_only BEFORE UPDATE OR DELETE ON casework_logentry
    FOR EACH ROW EXECUTE FUNCTION casework_refuse_change();
CREATE TRIGGER log_is_not_truncated BEFORE TRUNCATE ON casework_logentry
    FOR EACH STATEMENT EXECUTE FUNCTION casework_refuse_change();
CREATE TRIGGER heads_are_not_dropped BEFORE DELETE ON casework_chainhead
    FOR EACH ROW EXECUTE FUNCTION casework_refuse_change();
CREATE TRIGGER heads_are_not_truncated BEFORE TRUNCATE ON casework_chainhead
    FOR EACH STATEMENT EXECUTE FUNCTION casework_refuse_change();
ALTER TABLE casework_logentry ENABLE ALWAYS TRIGGER log_is_append_only;
ALTER TABLE casework_logentry ENABLE ALWAYS TRIGGER log_is_not_truncated;
ALTER TABLE casework_chainhead ENABLE ALWAYS TRIGGER heads_are_not_dropped;
ALTER TABLE casework_chainhead ENABLE ALWAYS TRIGGER heads_are_not_truncated;

CREATE FUNCTION casework_require_footprint() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.state = OLD.state THEN
        RETURN NULL;
    END IF;
    IF NOT EXISTS (
        SELECT 1 FROM casework_logentry
        WHERE txid = pg_current_xact_id() AND object_id = NEW.id AND to_state = NEW.state
    ) THEN
        RAISE EXCEPTION 'state of % % became % without its log entry', TG_TABLE_NAME, NEW.id, NEW.state;
    END IF;
    RETURN NULL;
END
$$;
"""

NO_LOG = """
DROP FUNCTION casework_require_footprint() CASCADE;
DROP FUNCTION casework_append(uuid, bigint, uuid, text, text, uuid, int, text, text);
DROP FUNCTION casework_lp(text);
DROP FUNCTION casework_refuse_change() CASCADE;
ALTER TABLE casework_logentry DROP COLUMN txid;
"""


def footprint_required(*tables: str) -> migrations.RunSQL:
    """A migration step: a state in these tables that changes without its log entry cannot commit."""
    on = "".join(
        f"CREATE CONSTRAINT TRIGGER {table}_leaves_a_footprint AFTER INSERT OR UPDATE OF state ON {table} "
        f"DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION casework_require_footprint();"
        f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_leaves_a_footprint;"
        for table in tables
    )
    off = "".join(f"DROP TRIGGER {table}_leaves_a_footprint ON {table};" for table in tables)
    return migrations.RunSQL(on, off)


def give_rights(connection: Any, role: str) -> None:
    """Give the application's role what it needs: every table but the log, which it may read and append to only."""
    name = connection.ops.quote_name(role)
    log = ", ".join(LOG_TABLES)
    with connection.cursor() as cursor:
        cursor.execute(  # only names that the settings and this module hold
            f"REVOKE CREATE ON SCHEMA public FROM PUBLIC;"  # noqa: S608 - only names that settings and this module hold
            f"GRANT USAGE ON SCHEMA public TO {name};"
            f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {name};"
            f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {name};"
            f"REVOKE ALL ON {log} FROM {name}, PUBLIC;"
            f"GRANT SELECT ON {log} TO {name};"
            f"REVOKE ALL ON FUNCTION casework_append(uuid, bigint, uuid, text, text, uuid, int, text, text) FROM PUBLIC;"
            f"GRANT EXECUTE ON FUNCTION casework_append(uuid, bigint, uuid, text, text, uuid, int, text, text) TO {name};"
        )


def owns_the_log(connection: Any) -> bool:
    """Whether the role we are connected as could rewrite the log: the owner, or a superuser."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT has_table_privilege('casework_logentry', 'UPDATE') OR has_table_privilege('casework_logentry', 'DELETE')"
        )
        return bool(cursor.fetchone()[0])
