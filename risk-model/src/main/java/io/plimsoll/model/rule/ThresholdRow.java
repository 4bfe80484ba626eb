package io.plimsoll.model.rule;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One row of a decision table, as a fact that threshold rules join: a row is data, never code.
///
/// The usual keys have a field of their own, so that rules can be indexed by them: `ThresholdRow(table ==
/// "margin", segment == $segment, instrumentClass == $class)`. A key that the table does not have is null.
/// Other columns are read by name, `number("margin_call")`, `date("ramp_start")` and `text("note")`. A key
/// that is a range of numbers is joined by `covers("volatility", $value)`.
///
/// A row as written may stand for several facts, one for each value that a `*` covers. Each of them is
/// [narrowed][#narrowedTo] from the row as written, and knows it.
public final class ThresholdRow {

    private final String table;
    private final String id;
    private final SourcePlace place;
    private final Map<String, String> texts;
    private final Map<String, BigDecimal> numbers;
    private final Map<String, Instant> dates;
    private final SortedMap<String, String> cells;
    private final Map<String, NumberRange> ranges;
    private final Period inForce;
    private final @Nullable ThresholdRow written;

    /// A row that is always in force, without ranges.
    ///
    /// @param table name of the table
    /// @param id stable identifier: the table and the row's keys (`margin:retail/major`)
    /// @param place file and line of the row
    /// @param texts text cells by column, the keys among them
    /// @param numbers numeric cells by column; a percentage as its share (`80 %` is 0.8)
    /// @param cells all cells by column, as written
    public ThresholdRow(
            String table,
            String id,
            SourcePlace place,
            Map<String, String> texts,
            Map<String, BigDecimal> numbers,
            Map<String, String> cells) {
        this(table, id, place, texts, numbers, Map.of(), cells, Map.of(), Period.ALWAYS, null);
    }

    private ThresholdRow(
            String table,
            String id,
            SourcePlace place,
            Map<String, String> texts,
            Map<String, BigDecimal> numbers,
            Map<String, Instant> dates,
            Map<String, String> cells,
            Map<String, NumberRange> ranges,
            Period inForce,
            @Nullable ThresholdRow written) {
        this.table = table;
        this.id = id;
        this.place = place;
        this.texts = Map.copyOf(texts);
        this.numbers = Map.copyOf(numbers);
        this.dates = Map.copyOf(dates);
        this.cells = Collections.unmodifiableSortedMap(new TreeMap<>(cells));
        this.ranges = Map.copyOf(ranges);
        this.inForce = inForce;
        this.written = written;
    }

    /// The same row with cells that are dates.
    ///
    /// @param others by column
    public ThresholdRow withDates(Map<String, Instant> others) {
        return new ThresholdRow(table, id, place, texts, numbers, others, cells, ranges, inForce, written);
    }

    /// A fact that this row as written stands for: with keys, ranges and a period of its own, and all else
    /// the same.
    ///
    /// @param keys text keys by column
    /// @param keyRanges ranges of numbers by the name of their key
    /// @param period when the fact is in force
    public ThresholdRow narrowedTo(Map<String, String> keys, Map<String, NumberRange> keyRanges, Period period) {
        Map<String, String> narrowed = new TreeMap<>(texts);
        narrowed.putAll(keys);
        return new ThresholdRow(table, id, place, narrowed, numbers, dates, cells, keyRanges, period, asWritten());
    }

    /// The row as it stands in the table; itself, unless this is a fact that was narrowed from it.
    public ThresholdRow asWritten() {
        return written == null ? this : written;
    }

    /// When the row is in force. The engine shows rules no row that is not.
    public Period inForce() {
        return inForce;
    }

    /// Whether a number is in the range of one of the row's keys, exactly.
    ///
    /// @param key the name of the key
    /// @throws IllegalArgumentException if the table has no such key
    public boolean covers(String key, BigDecimal number) {
        return required(ranges, key, "range").contains(number);
    }

    /// The table's name.
    public String getTable() {
        return table;
    }

    /// The row's stable identifier.
    public String getId() {
        return id;
    }

    /// File and line of the row.
    public SourcePlace getPlace() {
        return place;
    }

    /// The `segment` key, or null.
    public @Nullable String getSegment() {
        return texts.get("segment");
    }

    /// The `instrument_class` key, or null.
    public @Nullable String getInstrumentClass() {
        return texts.get("instrument_class");
    }

    /// The `instrument` key, or null.
    public @Nullable String getInstrument() {
        return texts.get("instrument");
    }

    /// The `asset` key, or null.
    public @Nullable String getAsset() {
        return texts.get("asset");
    }

    /// All cells by column, as written.
    public SortedMap<String, String> getCells() {
        return cells;
    }

    /// The number in a column; a percentage as its share.
    ///
    /// @throws IllegalArgumentException if the table has no such numeric column
    public BigDecimal number(String column) {
        return required(numbers, column, "numeric");
    }

    /// The date in a column.
    ///
    /// @throws IllegalArgumentException if the table has no such date column
    public Instant date(String column) {
        return required(dates, column, "date");
    }

    /// The text in a column.
    ///
    /// @throws IllegalArgumentException if the table has no such text column
    public String text(String column) {
        return required(texts, column, "text");
    }

    private <V> V required(Map<String, V> values, String column, String type) {
        V value = values.get(column);
        if (value == null) {
            throw new IllegalArgumentException("Table %s has no %s column \"%s\". Its %s columns are %s."
                    .formatted(table, type, column, type, new TreeSet<>(values.keySet())));
        }
        return value;
    }

    @Override
    public String toString() {
        return id;
    }
}
