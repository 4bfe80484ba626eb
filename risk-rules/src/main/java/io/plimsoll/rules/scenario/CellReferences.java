package io.plimsoll.rules.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.plimsoll.model.number.Decimals;
import io.plimsoll.model.rule.ThresholdRow;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers that a scenario takes from the tables, so that it tests a line wherever the line stands.
///
/// `${margin:retail/major.margin_call}` is the number in that row and column. Sums and differences are allowed:
/// `${equity:retail.minimum_equity - 0.01}`, `${0.5 - rebalancing:retail.drift}`.
public final class CellReferences {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(.*)}");
    private static final Pattern TERM = Pattern.compile("\\s*([+-]?)\\s*([^\\s+-][^\\s]*)");
    private static final Pattern NUMBER = Pattern.compile("[0-9].*");

    private final Map<String, ThresholdRow> rows = new HashMap<>();

    /// @param rows of all tables
    public CellReferences(List<ThresholdRow> rows) {
        rows.forEach(row -> this.rows.put(row.getId(), row));
    }

    /// The same tree with every reference replaced by its number, as text.
    ///
    /// @throws IllegalArgumentException if a reference names no number; the message says which, and how to mend it
    public JsonNode resolve(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode resolved = object.objectNode();
                object.properties().forEach(entry -> resolved.set(entry.getKey(), resolve(entry.getValue())));
                yield resolved;
            }
            case ArrayNode array -> {
                ArrayNode resolved = array.arrayNode();
                array.forEach(element -> resolved.add(resolve(element)));
                yield resolved;
            }
            case TextNode text -> TextNode.valueOf(resolve(text.textValue()));
            default -> node;
        };
    }

    private String resolve(String text) {
        Matcher reference = REFERENCE.matcher(text);
        return reference.matches() ? sum(reference.group(1)).toPlainString() : text;
    }

    private BigDecimal sum(String expression) {
        Matcher terms = TERM.matcher(expression);
        BigDecimal sum = BigDecimal.ZERO;
        int end = 0;
        while (terms.find() && terms.start() == end) {
            if (end > 0 && terms.group(1).isEmpty()) {
                throw unreadable(expression);
            }
            BigDecimal term = value(terms.group(2));
            sum = terms.group(1).equals("-") ? sum.subtract(term) : sum.add(term);
            end = terms.end();
        }
        if (end == 0 || !expression.substring(end).isBlank()) {
            throw unreadable(expression);
        }
        return Decimals.canonical(sum);
    }

    private BigDecimal value(String term) {
        return NUMBER.matcher(term).matches() ? number(term) : cell(term);
    }

    private static BigDecimal number(String term) {
        try {
            return Decimals.parse(term);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The number (%s) %s".formatted(term, e.getMessage()), e);
        }
    }

    private BigDecimal cell(String reference) {
        int dot = reference.lastIndexOf('.');
        ThresholdRow row = dot < 0 ? null : rows.get(reference.substring(0, dot));
        if (row == null) {
            throw new IllegalArgumentException(
                    "There is no row for the reference (%s). Write ${table:key/key.column}, such as ${margin:retail/major.margin_call}."
                            .formatted(reference));
        }
        return row.number(reference.substring(dot + 1));
    }

    private static IllegalArgumentException unreadable(String expression) {
        return new IllegalArgumentException(
                "The reference (%s) can't be read. Write a cell, or a sum or difference of cells and numbers."
                        .formatted(expression));
    }
}
