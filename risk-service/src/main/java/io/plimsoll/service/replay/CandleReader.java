package io.plimsoll.service.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.plimsoll.model.number.Decimals;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads candles from a CSV file with the columns `time_utc`, `open`, `high`, `low` and `close`, and maybe more.
final class CandleReader {

    private CandleReader() {}

    /// The candles, in the order of the file.
    ///
    /// @throws ReplayInputException naming file and line if a line is no candle, or time does not move forward
    static List<Candle> read(Path file) throws IOException {
        CsvSchema header = CsvSchema.emptySchema().withHeader();
        List<Candle> candles = new ArrayList<>();
        try (MappingIterator<Map<String, String>> lines =
                new CsvMapper().readerForMapOf(String.class).with(header).readValues(file.toFile())) {
            while (lines.hasNext()) {
                Map<String, String> line = lines.next();
                int number = lines.getCurrentLocation().getLineNr() - 1;
                candles.add(candle(file, number, line, candles));
            }
        } catch (JsonProcessingException | RuntimeJsonMappingException e) {
            throw new ReplayInputException("%s is not a CSV file: %s".formatted(file, e.getMessage()), e);
        }
        if (candles.isEmpty()) {
            throw new ReplayInputException("%s has no candles.".formatted(file));
        }
        return candles;
    }

    private static Candle candle(Path file, int number, Map<String, String> line, List<Candle> before) {
        try {
            Candle candle = new Candle(
                    Instant.parse(cell(line, "time_utc")),
                    price(line, "open"),
                    price(line, "high"),
                    price(line, "low"),
                    price(line, "close"));
            if (!before.isEmpty() && !candle.time().isAfter(before.getLast().time())) {
                throw new IllegalArgumentException(
                        "The time (%s) must be after that of the line before.".formatted(candle.time()));
            }
            return candle;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new ReplayInputException("%s:%d: %s".formatted(file, number, e.getMessage()), e);
        }
    }

    private static BigDecimal price(Map<String, String> line, String column) {
        try {
            return Decimals.parse(cell(line, column));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The column %s %s".formatted(column, e.getMessage()), e);
        }
    }

    private static String cell(Map<String, String> line, String column) {
        String cell = line.get(column);
        if (cell == null || cell.isBlank()) {
            throw new IllegalArgumentException("The column %s is missing or empty.".formatted(column));
        }
        return cell.strip();
    }
}
