package io.plimsoll.service.ruledesk.store;

import io.plimsoll.service.ruledesk.workflow.Approval;
import io.plimsoll.service.ruledesk.workflow.Binding;
import io.plimsoll.service.ruledesk.workflow.PersonId;
import io.plimsoll.service.ruledesk.workflow.Proposal;
import io.plimsoll.service.ruledesk.workflow.Review;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// Reads changes from their rows.
final class ChangeRows {

    private ChangeRows() {}

    static Query query(Handle sql, String where, String order) {
        return sql.createQuery("select * from desk_change %s %s".formatted(where, order));
    }

    static StoredChange change(Handle sql, ResultSet row) throws SQLException {
        String id = row.getString("id");
        Proposal proposal = new Proposal(
                row.getInt("revision"), row.getString("content"), row.getString("base"), contributors(sql, id));
        StateColumns columns = new StateColumns(
                row.getString("state"),
                row.getString("impact"),
                row.getObject("needed", Integer.class),
                time(row, "due"),
                row.getString("breaker"));
        return new StoredChange(
                id,
                row.getString("rule_set"),
                row.getString("title"),
                columns.state(proposal, () -> review(sql, id, proposal, columns)),
                Optional.ofNullable(row.getString("reason")),
                row.getString("begun_by"),
                Objects.requireNonNull(time(row, "begun_at")),
                Objects.requireNonNull(time(row, "changed_at")));
    }

    private static SortedSet<PersonId> contributors(Handle sql, String id) {
        return sql
                .createQuery("select distinct person from desk_revision where change = :id")
                .bind("id", id)
                .map((row, context) -> new PersonId(row.getString(1)))
                .stream()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Review review(Handle sql, String id, Proposal proposal, StateColumns columns) {
        return new Review(
                proposal,
                Objects.requireNonNull(columns.impact()),
                Objects.requireNonNull(columns.needed()),
                approvals(sql, id, proposal.revision()).stream()
                        // Who breaks the glass takes an approval back, but it stays written down.
                        .filter(approval -> !approval.by().value().equals(columns.breaker()))
                        .toList());
    }

    static List<Approval> approvals(Handle sql, String id, int revision) {
        return sql.createQuery("""
                        select person, content, impact, base, at from desk_approval
                        where change = :id and revision = :revision order by at, person
                        """)
                .bind("id", id)
                .bind("revision", revision)
                .map((row, context) -> new Approval(
                        new PersonId(row.getString("person")),
                        new Binding(row.getString("content"), row.getString("impact"), row.getString("base")),
                        Objects.requireNonNull(time(row, "at"))))
                .list();
    }

    static List<StoredRevision> revisions(Handle sql, String id) {
        return sql.createQuery("select * from desk_revision where change = :id order by revision")
                .bind("id", id)
                .map((row, context) -> new StoredRevision(
                        row.getInt("revision"),
                        row.getString("content"),
                        row.getString("base"),
                        row.getString("person"),
                        Objects.requireNonNull(time(row, "at"))))
                .list();
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
