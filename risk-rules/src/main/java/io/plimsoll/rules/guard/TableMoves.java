package io.plimsoll.rules.guard;

import io.plimsoll.rules.diagnostic.Diagnostic;
import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.table.ColumnRole;
import io.plimsoll.rules.table.ColumnSpec;
import io.plimsoll.rules.table.HitPolicy;
import io.plimsoll.rules.table.Limit;
import io.plimsoll.rules.table.RuleTable;
import io.plimsoll.rules.table.Stricter;
import io.plimsoll.rules.table.TableKey;
import io.plimsoll.rules.table.TableRow;
import io.plimsoll.rules.table.TableSpace;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Compares one table with the version before it, place by place.
final class TableMoves {

    private static final int MAX_REMOVED = 10_000;

    private final RuleTable table;
    private final HitPolicy oldPolicy;
    private final List<ColumnSpec> columns;
    private final List<ColumnGuard> guards;
    private final Lineage lineage;
    private final Instant now;
    private final Diagnostics diagnostics;
    private final List<TableRow> rows = new ArrayList<>();
    private final List<TableKey> keys;
    private final int oldEnd;
    private final int goneEnd;
    private final Map<Lineage.Cell, Instant> moves = new HashMap<>();
    private final Set<TableRow> removed = new LinkedHashSet<>();
    private final Set<List<Object>> told = new HashSet<>();

    /// @param table after the edit
    /// @param old before it, if there was one
    /// @param gone rows that were taken out by earlier edits
    /// @param guards that bind
    TableMoves(
            RuleTable table,
            Optional<RuleTable> old,
            List<TableRow> gone,
            List<ColumnGuard> guards,
            Lineage lineage,
            Instant now,
            Diagnostics diagnostics) {
        this.table = table;
        this.guards = guards;
        this.lineage = lineage;
        this.now = now;
        this.diagnostics = diagnostics;
        this.oldPolicy = old.map(version -> version.spec().hitPolicy()).orElse(HitPolicy.UNIQUE);
        this.columns = table.spec().columns(ColumnRole.THRESHOLD).stream()
                .filter(ColumnSpec::isNumeric)
                .toList();
        old.ifPresent(version -> rows.addAll(version.written()));
        this.oldEnd = rows.size();
        rows.addAll(gone);
        this.goneEnd = rows.size();
        rows.addAll(table.written());
        this.keys = keys(table, old);
    }

    /// The keys of both; a key that one of them does not have is one that its rows do not ask for.
    private static List<TableKey> keys(RuleTable table, Optional<RuleTable> old) {
        Map<String, TableKey> keys = new LinkedHashMap<>();
        table.spec().keys().forEach(key -> keys.put(key.name(), key.unbounded()));
        old.ifPresent(version ->
                version.spec().keys().forEach(key -> keys.merge(key.name(), key.unbounded(), TableMoves::both)));
        return List.copyOf(keys.values());
    }

    private static TableKey both(TableKey key, TableKey other) {
        Set<String> values = new LinkedHashSet<>(key.values());
        values.addAll(other.values());
        boolean closed = key.isClosed() && other.isClosed();
        return new TableKey(
                key.name(), key.kind(), closed ? List.copyOf(values) : List.of(), TableKey.UNBOUNDED, key.risk());
    }

    void compare() {
        new TableSpace(keys, rows).visit((fixed, places) -> places.forEach(this::compare));
    }

    /// When numbers last changed, as of this edit.
    Map<Lineage.Cell, Instant> moves() {
        return moves;
    }

    /// The rows whose place is empty.
    List<TableRow> removed() {
        return removed.stream().limit(MAX_REMOVED).toList();
    }

    private void compare(TableSpace.Place place) {
        List<TableRow> old = part(place, 0, oldEnd);
        List<TableRow> gone = part(place, oldEnd, goneEnd);
        List<TableRow> edited = part(place, goneEnd, rows.size());
        List<TableRow> before = old.isEmpty() ? gone : old;
        if (edited.isEmpty()) {
            removed.addAll(before);
            before.forEach(row -> columns.forEach(column -> inherit(row, row, column)));
            return;
        }
        for (ColumnSpec column : columns) {
            Optional<TableRow> from = holding(before, old.isEmpty() ? HitPolicy.FIRST : oldPolicy, column);
            Optional<TableRow> to = holding(edited, table.spec().hitPolicy(), column);
            if (from.isPresent() && to.isPresent()) {
                compare(from.get(), to.get(), column);
            }
        }
    }

    private List<TableRow> part(TableSpace.Place place, int from, int to) {
        return place.rows().stream()
                .filter(row -> row >= from && row < to)
                .map(rows::get)
                .toList();
    }

    private static Optional<TableRow> holding(List<TableRow> rows, HitPolicy policy, ColumnSpec column) {
        Stricter stricter = column.stricter() == null ? Stricter.NEITHER : column.stricter();
        return rows.stream()
                .filter(row -> row.says().get(column.name()) instanceof BigDecimal)
                .reduce((a, b) ->
                        policy == HitPolicy.STRICTEST && stricter.isLooser(number(a, column), number(b, column))
                                ? b
                                : a);
    }

    private void compare(TableRow from, TableRow to, ColumnSpec column) {
        BigDecimal before = number(from, column);
        BigDecimal after = number(to, column);
        inherit(from, to, column);
        if (before.compareTo(after) == 0) {
            return;
        }
        Lineage.Cell cell = new Lineage.Cell(to.written().getId(), column.name());
        @Nullable
        Instant last = lineage.moves().get(new Lineage.Cell(from.written().getId(), column.name()));
        moves.put(cell, now);
        BigDecimal move = after.subtract(before).abs();
        for (ColumnGuard guard : guards) {
            if (guard.column().equals(column.name())) {
                move(guard, from, to, move, before.abs());
                interval(guard, from, to, last);
            }
        }
    }

    private void inherit(TableRow from, TableRow to, ColumnSpec column) {
        Instant last = lineage.moves().get(new Lineage.Cell(from.written().getId(), column.name()));
        if (last != null) {
            moves.merge(new Lineage.Cell(to.written().getId(), column.name()), last, (a, b) -> a.isAfter(b) ? a : b);
        }
    }

    private void move(ColumnGuard guard, TableRow from, TableRow to, BigDecimal move, BigDecimal before) {
        @Nullable Limit absolute = guard.largestMove();
        if (absolute != null && move.compareTo(absolute.value()) > 0) {
            refuse("guard.move", guard, from, to, "the largest move is %s".formatted(absolute.written()));
        }
        @Nullable Limit relative = guard.largestRelativeMove();
        if (relative != null && move.compareTo(relative.value().multiply(before)) > 0) {
            refuse(
                    "guard.relative-move",
                    guard,
                    from,
                    to,
                    "the largest relative move is %s".formatted(relative.written()));
        }
    }

    private void interval(ColumnGuard guard, TableRow from, TableRow to, @Nullable Instant last) {
        if (guard.smallestInterval() != null && last != null && now.isBefore(last.plus(guard.smallestInterval()))) {
            refuse(
                    "guard.interval",
                    guard,
                    from,
                    to,
                    "it last moved at %s, and the smallest interval is %s".formatted(last, guard.smallestInterval()));
        }
    }

    private void refuse(String code, ColumnGuard guard, TableRow from, TableRow to, String limit) {
        if (told.add(List.of(code, to.line(), guard.column(), limit))) {
            diagnostics.add(Diagnostic.cell(
                    code,
                    table.spec().csv(),
                    to.line(),
                    guard.column(),
                    "The cell (%s) in column %s of the row %s was %s before; %s."
                            .formatted(
                                    to.written().getCells().get(guard.column()),
                                    guard.column(),
                                    to.written().getId(),
                                    from.written().getCells().get(guard.column()),
                                    limit),
                    code.equals("guard.interval")
                            ? "Maybe wait."
                            : "Maybe a digit is missing or too much, or move it in steps."));
        }
    }

    private static BigDecimal number(TableRow row, ColumnSpec column) {
        return row.written().number(column.name());
    }
}
