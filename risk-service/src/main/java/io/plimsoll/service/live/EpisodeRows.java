package io.plimsoll.service.live;

import io.plimsoll.model.number.Ratio;
import io.plimsoll.model.threshold.Comparison;
import io.plimsoll.model.threshold.Metric;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.ScopeType;
import io.plimsoll.model.threshold.Threshold;
import io.plimsoll.model.threshold.ThresholdKind;
import io.plimsoll.monitor.episode.Episode;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The episodes in the database.
final class EpisodeRows {

    private static final String COLUMNS = """
            id, account, ordinal, kind, scope_type, scope_id, metric, comparison, threshold_limit, clear, numerator,
            denominator, opened_at, closed_at
            """;

    private EpisodeRows() {}

    /// Keeps an episode as it is now.
    static void keep(Handle transaction, Episode episode) {
        Threshold threshold = episode.threshold();
        transaction
                .createUpdate("""
                        insert into episode (%s) values (
                            :id, :account, :ordinal, :kind, :scopeType, :scopeId, :metric, :comparison, :limit, :clear,
                            :numerator, :denominator, :openedAt, :closedAt)
                        on conflict (id) do update set closed_at = excluded.closed_at
                        """.formatted(COLUMNS))
                .bind("id", episode.id())
                .bind("account", episode.account())
                .bind("ordinal", episode.ordinal())
                .bind("kind", threshold.kind().name())
                .bind("scopeType", threshold.scope().type().name())
                .bind("scopeId", threshold.scope().id())
                .bind("metric", threshold.metric().name())
                .bind("comparison", threshold.comparison().name())
                .bind("limit", threshold.limit())
                .bind("clear", threshold.clear())
                .bind("numerator", episode.observed().numerator())
                .bind("denominator", episode.observed().denominator())
                .bind("openedAt", episode.openedAt())
                .bind("closedAt", episode.closedAt())
                .execute();
    }

    /// What a start needs: those that are open, and of those that have ended the last one of each threshold.
    static List<Episode> recall(Handle sql) {
        return sql.createQuery("""
                        select distinct on (account, kind, scope_type, scope_id, metric, comparison like '%%ABOVE') %s
                        from episode
                        order by account, kind, scope_type, scope_id, metric, comparison like '%%ABOVE', ordinal desc
                        """.formatted(COLUMNS))
                .map((row, context) -> episode(row))
                .list();
    }

    private static Episode episode(ResultSet row) throws SQLException {
        Threshold threshold = new Threshold(
                ThresholdKind.valueOf(row.getString(4)),
                new Scope(ScopeType.valueOf(row.getString(5)), row.getString(6)),
                Metric.valueOf(row.getString(7)),
                Comparison.valueOf(row.getString(8)),
                plain(row.getBigDecimal(9)),
                plain(row.getBigDecimal(10)));
        return new Episode(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                threshold,
                new Ratio(row.getBigDecimal(11), row.getBigDecimal(12)),
                row.getTimestamp(13).toInstant(),
                instant(row.getTimestamp(14)).orElse(null));
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.stripTrailingZeros();
    }

    static Optional<Instant> instant(@Nullable Timestamp timestamp) {
        return Optional.ofNullable(timestamp).map(Timestamp::toInstant);
    }
}
