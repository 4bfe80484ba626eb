package io.plimsoll.service.ruledesk.store;

import io.plimsoll.service.ruledesk.workflow.Approval;
import io.plimsoll.service.ruledesk.workflow.Proposal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Changes in the database. Every revision that was ever saved is kept, and every approval.
public final class Changes {

    private Changes() {}

    /// A change of a rule set.
    public static Optional<StoredChange> find(Handle sql, String ruleSet, String id) {
        return ChangeRows.query(sql, "where id = :id and rule_set = :ruleSet", "")
                .bind("id", id)
                .bind("ruleSet", ruleSet)
                .map((row, context) -> ChangeRows.change(sql, row))
                .findOne();
    }

    /// The changes of a rule set, newest first.
    ///
    /// @param before only what was begun earlier
    /// @param limit the most
    public static List<StoredChange> list(Handle sql, String ruleSet, Instant before, int limit) {
        return ChangeRows.query(
                        sql, "where rule_set = :ruleSet and begun_at < :before", "order by begun_at desc limit :limit")
                .bind("ruleSet", ruleSet)
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> ChangeRows.change(sql, row))
                .list();
    }

    /// Those on which it matters what is live, oldest first.
    public static List<StoredChange> open(Handle sql, String ruleSet) {
        return ChangeRows.query(sql, """
                        where rule_set = :ruleSet
                          and state in ('CHECKED', 'IN_REVIEW', 'APPROVED', 'SCHEDULED', 'LIVE', 'PROVISIONAL')
                        """, "order by begun_at, id")
                .bind("ruleSet", ruleSet)
                .map((row, context) -> ChangeRows.change(sql, row))
                .list();
    }

    /// Identifiers of what the clock has to do, broken glass first, then by time.
    public static List<String> due(Handle sql, String ruleSet, Instant now) {
        return sql.createQuery("""
                        select id from desk_change
                        where rule_set = :ruleSet and state in ('SCHEDULED', 'PROVISIONAL') and due <= :now
                        order by state, due, id
                        """)
                .bind("ruleSet", ruleSet)
                .bind("now", now)
                .mapTo(String.class)
                .list();
    }

    /// The revisions of a change, from the first.
    public static List<StoredRevision> revisions(Handle sql, String id) {
        return ChangeRows.revisions(sql, id);
    }

    /// The approvals of one revision, from the first.
    public static List<Approval> approvals(Handle sql, String id, int revision) {
        return ChangeRows.approvals(sql, id, revision);
    }

    /// Whether a digest is that of a version or a revision of a rule set.
    public static boolean isKnown(Handle sql, String ruleSet, String digest) {
        return sql.createQuery("""
                        select exists (select from desk_activation where rule_set = :ruleSet and digest = :digest)
                            or exists (
                                select from desk_revision r join desk_change c on c.id = r.change
                                where c.rule_set = :ruleSet and r.content = :digest)
                        """)
                .bind("ruleSet", ruleSet)
                .bind("digest", digest)
                .mapTo(Boolean.class)
                .one();
    }

    /// Keeps a change that begins.
    public static void insert(Handle transaction, StoredChange change) {
        StateColumns columns = StateColumns.of(change.state());
        Proposal proposal = change.state().proposal();
        transaction
                .createUpdate("""
                        insert into desk_change (
                            id, rule_set, title, state, revision, content, base, begun_by, begun_at, changed_at)
                        values (:id, :ruleSet, :title, :state, :revision, :content, :base, :by, :at, :at)
                        """)
                .bind("id", change.id())
                .bind("ruleSet", change.ruleSet())
                .bind("title", change.title())
                .bind("state", columns.name())
                .bind("revision", proposal.revision())
                .bind("content", proposal.content())
                .bind("base", proposal.base())
                .bind("by", change.begunBy())
                .bind("at", change.begunAt())
                .execute();
        insertRevision(transaction, change, change.begunBy());
    }

    /// Keeps the next revision.
    ///
    /// @param by who wrote it
    public static void insertRevision(Handle transaction, StoredChange change, String by) {
        Proposal proposal = change.state().proposal();
        transaction
                .createUpdate("""
                        insert into desk_revision (change, revision, content, base, person, at)
                        values (:change, :revision, :content, :base, :person, :at)
                        """)
                .bind("change", change.id())
                .bind("revision", proposal.revision())
                .bind("content", proposal.content())
                .bind("base", proposal.base())
                .bind("person", by)
                .bind("at", change.changedAt())
                .execute();
    }

    /// Keeps an approval.
    public static void insertApproval(Handle transaction, StoredChange change, Approval approval) {
        transaction
                .createUpdate("""
                        insert into desk_approval (change, revision, person, content, impact, base, at)
                        values (:change, :revision, :person, :content, :impact, :base, :at)
                        """)
                .bind("change", change.id())
                .bind("revision", change.revision())
                .bind("person", approval.by().value())
                .bind("content", approval.binding().content())
                .bind("impact", approval.binding().impact())
                .bind("base", approval.binding().base())
                .bind("at", approval.at())
                .execute();
    }

    /// Keeps where a change stands now.
    ///
    /// @param before where it stood when it was read
    /// @throws IllegalStateException if it stands elsewhere meanwhile: the line was not held
    public static void update(Handle transaction, StoredChange before, StoredChange after) {
        StateColumns columns = StateColumns.of(after.state());
        Proposal proposal = after.state().proposal();
        int updated = transaction
                .createUpdate("""
                        update desk_change set
                            state = :state, revision = :revision, content = :content, base = :base, impact = :impact,
                            needed = :needed, due = :due, breaker = :breaker, reason = :reason, changed_at = :at
                        where id = :id and revision = :was and state = :wasState
                        """)
                .bind("state", columns.name())
                .bind("revision", proposal.revision())
                .bind("content", proposal.content())
                .bind("base", proposal.base())
                .bind("impact", columns.impact())
                .bind("needed", columns.needed())
                .bind("due", columns.due())
                .bind("breaker", columns.breaker())
                .bind("reason", after.reason().orElse(null))
                .bind("at", after.changedAt())
                .bind("id", after.id())
                .bind("was", before.revision())
                .bind("wasState", before.state().name())
                .execute();
        if (updated != 1) {
            throw new IllegalStateException("The change %s was changed without its line.".formatted(after.id()));
        }
    }
}
