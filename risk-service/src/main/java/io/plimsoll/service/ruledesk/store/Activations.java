package io.plimsoll.service.ruledesk.store;

import io.plimsoll.service.ruledesk.workflow.ActivationKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The line of what was live, for each rule set: it only grows, and has no fork.
public final class Activations {

    private static final String COLUMNS = "rule_set, sequence, digest, kind, change, person, at, reason";

    private Activations() {}

    /// What is live, and holds the line of a rule set until the transaction is over: steps come one after
    /// another.
    ///
    /// @return empty if nothing was live yet
    public static Optional<Activation> hold(Handle transaction, String ruleSet) {
        transaction
                .createUpdate("insert into desk_line (rule_set, sequence) values (:ruleSet, 0) on conflict do nothing")
                .bind("ruleSet", ruleSet)
                .execute();
        transaction
                .createQuery("select sequence from desk_line where rule_set = :ruleSet for update")
                .bind("ruleSet", ruleSet)
                .mapTo(Long.class)
                .one();
        return last(transaction, ruleSet);
    }

    /// What is live.
    public static Optional<Activation> last(Handle sql, String ruleSet) {
        return sql.createQuery("select " + COLUMNS + """
                         from desk_activation where rule_set = :ruleSet order by sequence desc limit 1
                        """)
                .bind("ruleSet", ruleSet)
                .map((row, context) -> activation(row))
                .findOne();
    }

    /// What went live last, of any rule set.
    public static Optional<Activation> last(Handle sql) {
        return sql.createQuery("select " + COLUMNS + " from desk_activation order by at desc, sequence desc limit 1")
                .map((row, context) -> activation(row))
                .findOne();
    }

    /// The last of each rule set, by name.
    public static List<Activation> ofEach(Handle sql) {
        return sql.createQuery("select distinct on (rule_set) " + COLUMNS + """
                         from desk_activation order by rule_set, sequence desc
                        """)
                .map((row, context) -> activation(row))
                .list();
    }

    /// A part of the line, newest first.
    ///
    /// @param before only what has a smaller sequence
    /// @param limit the most
    public static List<Activation> history(Handle sql, String ruleSet, long before, int limit) {
        return sql.createQuery("select " + COLUMNS + """
                         from desk_activation where rule_set = :ruleSet and sequence < :before
                        order by sequence desc limit :limit
                        """)
                .bind("ruleSet", ruleSet)
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> activation(row))
                .list();
    }

    /// How a version went live before.
    public static List<ActivationKind> kinds(Handle sql, String ruleSet, String digest) {
        return sql.createQuery("""
                        select distinct kind from desk_activation where rule_set = :ruleSet and digest = :digest
                        """)
                .bind("ruleSet", ruleSet)
                .bind("digest", digest)
                .map((row, context) -> ActivationKind.valueOf(row.getString(1)))
                .list();
    }

    /// Adds the next one; the line has to be held.
    public static void append(Handle transaction, Activation next) {
        transaction
                .createUpdate("""
                        insert into desk_activation (rule_set, sequence, previous, digest, kind, change, person, at, reason)
                        values (:ruleSet, :sequence, nullif(:sequence - 1, 0), :digest, :kind, :change, :person, :at, :reason)
                        """)
                .bind("ruleSet", next.ruleSet())
                .bind("sequence", next.sequence())
                .bind("digest", next.digest())
                .bind("kind", next.kind().name())
                .bind("change", next.change().orElse(null))
                .bind("person", next.by().orElse(null))
                .bind("at", next.at())
                .bind("reason", next.reason().orElse(null))
                .execute();
        transaction
                .createUpdate("update desk_line set sequence = :sequence where rule_set = :ruleSet")
                .bind("sequence", next.sequence())
                .bind("ruleSet", next.ruleSet())
                .execute();
    }

    private static Activation activation(ResultSet row) throws SQLException {
        return new Activation(
                row.getString("rule_set"),
                row.getLong("sequence"),
                row.getString("digest"),
                ActivationKind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getString("change")),
                Optional.ofNullable(row.getString("person")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("reason")));
    }
}
