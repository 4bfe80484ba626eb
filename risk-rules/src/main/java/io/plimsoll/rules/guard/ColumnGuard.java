package io.plimsoll.rules.guard;

import io.plimsoll.rules.table.Limit;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What holds for one column of a table, whoever edits it. What is null does not hold.
///
/// @param table name of the table
/// @param column name of a numeric column
/// @param min the lowest number
/// @param max the highest number
/// @param largestMove how much a number may change in one edit, in the column's unit
/// @param largestRelativeMove how much a number may change in one edit, as a share of its magnitude before
/// @param smallestInterval how long a number stays before it may change again
public record ColumnGuard(
        String table,
        String column,
        @Nullable Limit min,
        @Nullable Limit max,
        @Nullable Limit largestMove,
        @Nullable Limit largestRelativeMove,
        @Nullable Duration smallestInterval) {}
