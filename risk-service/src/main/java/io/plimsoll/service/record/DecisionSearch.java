package io.plimsoll.service.record;

import io.plimsoll.service.record.chain.SealedEntry;
import io.plimsoll.service.store.Store;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// Finds decisions in the record.
@Singleton
final class DecisionSearch {

    private static final String FIND = """
            select sequence, decision_id, account, snapshot_time, at, rule_set, actions, rules
            from record_entry
            where kind = 'decision'
              and (:account::text is null or account = :account)
              and (:ruleSet::text is null or rule_set = :ruleSet)
              and (:action::text is null or actions @> array[:action]::text[])
              and (:rule::text is null or rules @> array[:rule]::text[])
              and (:from::timestamptz is null or snapshot_time >= :from)
              and (:to::timestamptz is null or snapshot_time < :to)
              and (:before::bigint is null or sequence < :before)
            order by sequence desc
            limit :limit
            """;

    private final Store store;

    DecisionSearch(Store store) {
        this.store = store;
    }

    /// The decisions that a query asks for, the newest first, and one more if there are more.
    List<DecisionSummary> find(DecisionQuery query) {
        return store.read(sql -> {
            Query statement = sql.createQuery(FIND);
            return statement
                    .bind("account", query.account())
                    .bind("ruleSet", query.ruleSet())
                    .bind("action", query.action())
                    .bind("rule", query.rule())
                    .bind("from", query.from())
                    .bind("to", query.to())
                    .bind("before", query.before())
                    .bind("limit", query.limit() + 1)
                    .map((row, context) -> summary(row))
                    .list();
        });
    }

    private static DecisionSummary summary(ResultSet row) throws SQLException {
        return new DecisionSummary(
                row.getLong("sequence"),
                row.getString("decision_id"),
                row.getString("account"),
                row.getObject("snapshot_time", OffsetDateTime.class).toInstant(),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("rule_set"),
                List.of((String[]) row.getArray("actions").getArray()),
                List.of((String[]) row.getArray("rules").getArray()));
    }

    /// The entry of a decision, if it is kept.
    Optional<SealedEntry> entry(String id) {
        return store.read(sql -> entry(sql, id));
    }

    private static Optional<SealedEntry> entry(Handle sql, String id) {
        return sql.createQuery("select sequence, previous, hash, entry from record_entry where decision_id = :id")
                .bind("id", id)
                .map((row, context) -> entry(row))
                .findOne();
    }

    /// The entry of a row.
    static SealedEntry entry(ResultSet row) throws SQLException {
        return SealedEntry.stored(
                row.getLong("sequence"), row.getString("previous"), row.getString("hash"), row.getBytes("entry"));
    }
}
