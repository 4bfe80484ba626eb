package io.plimsoll.service.guard;

import io.plimsoll.monitor.guard.Kill;
import io.plimsoll.monitor.guard.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The switches that are set, in the database.
final class KillRows {

    private static final String ALL = """
            select scope_type, scope_id, person, reason, at, lift_person, lift_reason, lift_at from kill_switch
            """;

    private KillRows() {}

    static List<Kill> all(Handle sql) {
        return sql.createQuery(ALL).map((row, context) -> kill(row)).list();
    }

    /// All of them, which nobody else changes until the transaction is over.
    static List<Kill> hold(Handle transaction) {
        transaction.execute("lock table kill_switch in share row exclusive mode");
        return all(transaction);
    }

    /// Keeps a switch in the place of one of the same scope.
    ///
    /// @return whether that was news
    static boolean put(Handle transaction, Kill kill) {
        Optional<Kill.Lift> lift = Optional.ofNullable(kill.lift());
        return transaction
                        .createUpdate("""
                        insert into kill_switch as k
                            (scope_type, scope_id, person, reason, at, lift_person, lift_reason, lift_at)
                        values (:type, :id, :person, :reason, :at, :liftPerson, :liftReason, :liftAt)
                        on conflict (scope_type, scope_id) do update set person = excluded.person,
                            reason = excluded.reason, at = excluded.at, lift_person = excluded.lift_person,
                            lift_reason = excluded.lift_reason, lift_at = excluded.lift_at
                        where (k.person, k.reason, k.at) is distinct from (excluded.person, excluded.reason, excluded.at)
                            or k.lift_at is distinct from excluded.lift_at
                        """)
                        .bind("type", kill.scope().type().name())
                        .bind("id", kill.scope().id())
                        .bind("person", kill.person())
                        .bind("reason", kill.reason())
                        .bind("at", kill.at())
                        .bind("liftPerson", lift.map(Kill.Lift::person).orElse(null))
                        .bind("liftReason", lift.map(Kill.Lift::reason).orElse(null))
                        .bind("liftAt", lift.map(Kill.Lift::at).orElse(null))
                        .execute()
                > 0;
    }

    static void remove(Handle transaction, Subject scope) {
        transaction
                .createUpdate("delete from kill_switch where scope_type = :type and scope_id = :id")
                .bind("type", scope.type().name())
                .bind("id", scope.id())
                .execute();
    }

    private static Kill kill(ResultSet row) throws SQLException {
        Subject scope = new Subject(Subject.Type.valueOf(row.getString("scope_type")), row.getString("scope_id"));
        return new Kill(scope, row.getString("person"), row.getString("reason"), instant(row, "at"), lift(row));
    }

    private static Kill.@Nullable Lift lift(ResultSet row) throws SQLException {
        String person = row.getString("lift_person");
        return person == null ? null : new Kill.Lift(person, row.getString("lift_reason"), instant(row, "lift_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time.toInstant();
    }
}
