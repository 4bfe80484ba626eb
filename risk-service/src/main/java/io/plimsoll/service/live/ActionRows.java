package io.plimsoll.service.live;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.model.threshold.Scope;
import io.plimsoll.model.threshold.ScopeType;
import io.plimsoll.monitor.episode.ActionState;
import io.plimsoll.monitor.episode.HoldReason;
import io.plimsoll.monitor.episode.LiveAction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The actions in the database, and what became of them.
final class ActionRows {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<HoldReason>> REASONS = new TypeReference<>() {};
    private static final String ACTION = """
            select a.id, a.episode, a.account, a.type, a.scope_type, a.scope_id, a.attempt, a.revision, a.state, a.since,
                a.deadline, a.reasons, a.sequence, a.decision, a.content
            from live_action a
            """;
    private static final String EVENT = """
            select a.id, a.episode, a.account, a.type, a.scope_type, a.scope_id, a.attempt, a.revision, e.state, e.since,
                a.deadline, e.reasons, e.sequence, e.decision, coalesce(e.content, a.content)
            from live_event e join live_action a on a.id = e.action
            """;

    private ActionRows() {}

    /// Keeps an action that went out or is withheld.
    ///
    /// @param decision name of the recorded decision that it is of
    /// @param content what is to be done, as the decision says it
    static void propose(Handle transaction, LiveAction action, String decision, String content) {
        insert(transaction, action, decision, content);
        event(transaction, action, decision, content);
    }

    private static void insert(Handle transaction, LiveAction action, String decision, String content) {
        transaction
                .createUpdate("""
                        insert into live_action (
                            id, episode, account, type, scope_type, scope_id, attempt, revision, state, since, deadline,
                            reasons, decision, content, sequence)
                        values (
                            :id, :episode, :account, :type, :scopeType, :scopeId, :attempt, :revision, :state, :since,
                            :deadline, :reasons, :decision, :content, 0)
                        on conflict (id) do update set
                            revision = excluded.revision, deadline = excluded.deadline, decision = excluded.decision,
                            content = excluded.content
                        """)
                .bind("id", action.id())
                .bind("episode", action.episode())
                .bind("account", action.account())
                .bind("type", action.type())
                .bind("scopeType", action.scope().type().name())
                .bind("scopeId", action.scope().id())
                .bind("attempt", action.attempt())
                .bind("revision", action.revision())
                .bind("state", action.state().name())
                .bind("since", action.since())
                .bind("deadline", action.deadline())
                .bind("reasons", reasons(action))
                .bind("decision", decision)
                .bind("content", content)
                .execute();
    }

    /// Keeps another state of an action.
    static void move(Handle transaction, LiveAction action) {
        String decision = transaction
                .createQuery("select decision from live_action where id = :id")
                .bind("id", action.id())
                .mapTo(String.class)
                .one();
        event(transaction, action, decision, null);
    }

    private static void event(Handle transaction, LiveAction action, String decision, @Nullable String content) {
        long sequence = transaction
                .createQuery("""
                        insert into live_event (action, state, since, reasons, decision, content)
                        values (:action, :state, :since, :reasons, :decision, :content)
                        returning sequence
                        """)
                .bind("action", action.id())
                .bind("state", action.state().name())
                .bind("since", action.since())
                .bind("reasons", reasons(action))
                .bind("decision", decision)
                .bind("content", content)
                .mapTo(Long.class)
                .one();
        transaction
                .createUpdate("""
                        update live_action set state = :state, since = :since, reasons = :reasons, sequence = :sequence
                        where id = :id
                        """)
                .bind("state", action.state().name())
                .bind("since", action.since())
                .bind("reasons", reasons(action))
                .bind("sequence", sequence)
                .bind("id", action.id())
                .execute();
    }

    /// Which of some actions are withheld.
    static Set<String> held(Handle sql, List<String> ids) {
        return sql.createQuery("select id from live_action where state = 'HELD' and id = any(:ids)")
                .bindArray("ids", String.class, ids)
                .mapTo(String.class)
                .set();
    }

    /// What a start needs: those of open episodes, those that are outstanding, and those that are done by facts
    /// which are not newer yet.
    static List<LiveAction> recall(Handle sql) {
        return sql.createQuery(ACTION + """
                        where a.state in ('HELD', 'OPEN', 'ACKNOWLEDGED')
                            or a.state = 'DONE' and a.revision >=
                                (select b.revision from book_account b where b.id = a.account)
                            or exists (select from episode e where e.id = a.episode and e.closed_at is null)
                        order by a.sequence
                        """).map((row, context) -> action(row)).list();
    }

    /// An action with its content.
    static Optional<LiveActionDocument> find(Handle sql, String id) {
        return sql.createQuery(ACTION + "where a.id = :id")
                .bind("id", id)
                .map((row, context) -> document(row))
                .findOne();
    }

    /// Actions as they are now, in the order in which they came into their states.
    static List<LiveActionDocument> list(Handle sql, ActionQuery query) {
        return sql.createQuery(ACTION + """
                        where a.sequence > :after
                            and (:account::text is null or a.account = :account)
                            and (:state::text is null or a.state = :state)
                            and (:type::text is null or a.type = :type)
                        order by a.sequence limit :limit
                        """)
                .bind("after", query.after())
                .bind("account", query.account())
                .bind("state", query.state() == null ? null : query.state().name())
                .bind("type", query.type())
                .bind("limit", query.limit() + 1)
                .map((row, context) -> document(row))
                .list();
    }

    /// What became of actions, in its order.
    ///
    /// @param after only what came later
    static List<LiveActionDocument> events(Handle sql, long after, int limit) {
        return sql.createQuery(EVENT + "where e.sequence > :after order by e.sequence limit :limit")
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> document(row))
                .list();
    }

    /// The last thing that became of an action; 0 if nothing did.
    static long last(Handle sql) {
        return sql.createQuery("select coalesce(max(sequence), 0) from live_event")
                .mapTo(Long.class)
                .one();
    }

    /// How much became of actions later.
    static long countAfter(Handle sql, long sequence) {
        return sql.createQuery("select count(*) from live_event where sequence > :after")
                .bind("after", sequence)
                .mapTo(Long.class)
                .one();
    }

    private static String reasons(LiveAction action) {
        return JSON.valueToTree(action.reasons()).toString();
    }

    private static LiveAction action(ResultSet row) throws SQLException {
        return new LiveAction(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                new Scope(ScopeType.valueOf(row.getString(5)), row.getString(6)),
                row.getInt(7),
                row.getLong(8),
                ActionState.valueOf(row.getString(9)),
                row.getTimestamp(10).toInstant(),
                EpisodeRows.instant(row.getTimestamp(11)).orElse(null),
                readReasons(row.getString(12)));
    }

    private static LiveActionDocument document(ResultSet row) throws SQLException {
        LiveAction action = action(row);
        try {
            return LiveActionDocument.of(row.getLong(13), action, row.getString(14), JSON.readTree(row.getString(15)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<HoldReason> readReasons(String text) {
        try {
            return JSON.readValue(text, REASONS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
