package io.plimsoll.benchmarks;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The result of a benchmark, in the one form that all of them keep.
///
/// @param name of the benchmark
/// @param machine what it ran on
/// @param commit what was measured
/// @param rows one for each case
/// @param ratios by name; above 1 is in our favour
/// @param counts by name, what else was counted; each a field of its own in JSON
public record Report(
        String name,
        String machine,
        String commit,
        List<Row> rows,
        Map<String, Double> ratios,
        @JsonAnyGetter Map<String, Long> counts) {

    /// One case.
    ///
    /// @param name what was measured
    /// @param medianNs the middle duration
    /// @param p99Ns the duration that one in a hundred exceeds
    /// @param perSecond how many were done in a second
    public record Row(
            @JsonProperty("case") String name,
            @JsonProperty("median_ns") long medianNs,
            @JsonProperty("p99_ns") long p99Ns,
            @JsonProperty("per_second") double perSecond) {}

    /// Keeps the order of rows and ratios.
    public Report {
        rows = List.copyOf(rows);
        ratios = new LinkedHashMap<>(ratios);
        counts = new LinkedHashMap<>(counts);
    }

    /// The result of a benchmark on this machine and this commit.
    public static Report here(String name, List<Row> rows, Map<String, Double> ratios) {
        return here(name, rows, ratios, Map.of());
    }

    /// The same with something that was counted.
    public static Report here(String name, List<Row> rows, Map<String, Double> ratios, Map<String, Long> counts) {
        return new Report(name, Machine.description(), Machine.commit(), rows, ratios, counts);
    }

    /// For programs: one object on one line.
    public String json() {
        try {
            return new ObjectMapper().writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A report of texts and numbers could not be written.", e);
        }
    }

    /// For people.
    public String table() {
        int width = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
        StringBuilder text = new StringBuilder();
        text.append("%s at %s%non %s%n%n".formatted(name, commit, machine));
        text.append("%-".concat(width + "s %12s %12s %14s%n").formatted("case", "median µs", "p99 µs", "per second"));
        for (Row row : rows) {
            text.append("%-"
                    .concat(width + "s %,12.1f %,12.1f %,14.0f%n")
                    .formatted(row.name(), row.medianNs() / 1e3, row.p99Ns() / 1e3, row.perSecond()));
        }
        text.append(System.lineSeparator());
        ratios.forEach((ratio, value) -> text.append("%8.2f  %s%n".formatted(value, ratio)));
        counts.forEach((name, count) -> text.append("%,14d  %s%n".formatted(count, name)));
        return text.toString().stripTrailing();
    }
}
