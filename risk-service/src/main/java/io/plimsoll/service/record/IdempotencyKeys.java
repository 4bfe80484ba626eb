package io.plimsoll.service.record;

import io.plimsoll.service.record.IdempotencyClaim.Name;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The keys that were used, in the database.
final class IdempotencyKeys {

    private static final String FIND = """
            select caller, key, request, k.decision_id, body, e.rule_set, e.entry
            from idempotency_key k join record_entry e on e.decision_id = k.decision_id
            where (caller, key) in (select * from unnest(:callers::text[], :keys::text[]))
            """;
    private static final String INSERT = """
            insert into idempotency_key (caller, key, request, decision_id, body)
            values (:caller, :key, :request, :decision, :body)
            """;

    private IdempotencyKeys() {}

    /// Those of the claims whose keys were used, and for what.
    static Map<Name, Use> find(Handle sql, Collection<IdempotencyClaim> claims) {
        if (claims.isEmpty()) {
            return Map.of();
        }
        Map<Name, Use> uses = new HashMap<>();
        sql.createQuery(FIND)
                .bind("callers", claims.stream().map(IdempotencyClaim::caller).toArray(String[]::new))
                .bind("keys", claims.stream().map(IdempotencyClaim::key).toArray(String[]::new))
                .map((row, context) -> Map.entry(new Name(row.getString(1), row.getString(2)), use(row)))
                .forEach(use -> uses.put(use.getKey(), use.getValue()));
        return uses;
    }

    private static Use use(ResultSet row) throws SQLException {
        byte[] answer = row.getBytes(5);
        return new Use(
                row.getString(3),
                row.getString(4),
                row.getString(6),
                Text.of(answer == null ? StoredEntry.part(row.getBytes(7), "decision") : answer));
    }

    static void insert(Handle transaction, Map<IdempotencyClaim, Appended.Request> used) {
        if (used.isEmpty()) {
            return;
        }
        PreparedBatch batch = transaction.prepareBatch(INSERT);
        used.forEach((claim, request) -> batch.bind("caller", claim.caller())
                .bind("key", claim.key())
                .bind("request", claim.request())
                .bind("decision", request.entry().id())
                .bind("body", request.answer().map(Text::bytes).orElse(null))
                .add());
        batch.execute();
    }

    /// What a key was used for.
    ///
    /// @param request SHA-256 of what was asked, in hexadecimal digits
    /// @param decision its id
    /// @param ruleSet content digest of the version that decided
    /// @param answer as it was sent
    record Use(String request, String decision, String ruleSet, Text answer) {

        /// What a claim to the same key gets.
        Appended answerTo(IdempotencyClaim claim) {
            return claim.isFor(request) ? new Appended.Repeated(decision, ruleSet, answer) : new Appended.Misused();
        }
    }
}
