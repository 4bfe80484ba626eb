package io.plimsoll.service.keyed;

import io.plimsoll.service.record.IdempotencyClaim;
import io.plimsoll.service.record.Text;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The answers that keys stand for.
public final class KeptAnswers {

    private KeptAnswers() {}

    /// What a key was used for.
    ///
    /// @param request SHA-256 of what was asked, in hexadecimal digits
    /// @param answer as it was given
    public record Use(String request, KeptAnswer answer) {}

    /// What a key was used for, if it was.
    ///
    /// @param oldest what was kept before has been forgotten
    public static Optional<Use> find(Handle sql, IdempotencyClaim claim, Instant oldest) {
        return sql.createQuery("""
                        select request, status, etag, location, body from request_key
                        where caller = :caller and key = :key and stored_at >= :oldest
                        """)
                .bind("caller", claim.caller())
                .bind("key", claim.key())
                .bind("oldest", oldest)
                .map((row, context) -> new Use(
                        row.getString("request"),
                        new KeptAnswer(
                                row.getInt("status"),
                                Optional.ofNullable(row.getString("etag")),
                                Optional.ofNullable(row.getString("location")),
                                Text.of(row.getBytes("body")))))
                .findOne();
    }

    /// Keeps an answer, and forgets those that are too old.
    ///
    /// @throws org.jdbi.v3.core.JdbiException if the key stands for another answer already
    public static void keep(Handle transaction, IdempotencyClaim claim, KeptAnswer answer, Instant oldest) {
        transaction
                .createUpdate("delete from request_key where stored_at < :oldest")
                .bind("oldest", oldest)
                .execute();
        transaction
                .createUpdate("""
                        insert into request_key (caller, key, request, status, etag, location, body)
                        values (:caller, :key, :request, :status, :etag, :location, :body)
                        """)
                .bind("caller", claim.caller())
                .bind("key", claim.key())
                .bind("request", claim.request())
                .bind("status", answer.status())
                .bind("etag", answer.etag().orElse(null))
                .bind("location", answer.location().orElse(null))
                .bind("body", answer.body().bytes())
                .execute();
    }
}
