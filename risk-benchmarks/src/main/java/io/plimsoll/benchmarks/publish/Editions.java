package io.plimsoll.benchmarks.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.plimsoll.benchmarks.Machine;
import io.plimsoll.rules.source.RuleSetFolder;
import io.plimsoll.rules.source.RuleSetManifest;
import io.plimsoll.rules.source.RuleSetSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The rule set that ships, edited again and again: odd editions have other rules than the one before, even ones other
/// numbers. Every rule bears the edition of the rules in its name.
final class Editions {

    private static final String TABLE = "tables/margin.csv";

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    /// @param extraRules how many rules there are besides those that ship
    /// @param extraRows how many rows of classes that nobody holds
    Editions(int extraRules, int extraRows) {
        RuleSetSource standard = RuleSetFolder.read(Machine.root().resolve("rules/standard"));
        standard.paths().forEach(path -> files.put(path, standard.bytes(path).orElseThrow()));
        // What is added has no scenarios.
        put(RuleSetManifest.FILE, text(RuleSetManifest.FILE).replaceFirst("(?m)^gates:.*$", ""));
        put(TABLE, text(TABLE) + rows(extraRows));
        if (extraRules > 0) {
            String margin = text("thresholds/equity.drl");
            put("thresholds/extra.drl", margin.substring(0, margin.indexOf("// A debt")) + rules(extraRules));
        }
    }

    /// The rules' edition in the n-th edition.
    static int rulesOf(int edition) {
        return (edition + 1) / 2;
    }

    /// The n-th edition.
    RuleSetSource source(int edition) {
        Map<String, byte[]> edited = new LinkedHashMap<>(files);
        edited.replaceAll((path, bytes) -> path.endsWith(".drl")
                ? new String(bytes, UTF_8)
                        .replaceAll("(?m)^rule \"(.*)\"", "rule \"$1 #%d\"".formatted(rulesOf(edition)))
                        .getBytes(UTF_8)
                : bytes);
        edited.put(
                TABLE,
                "%sretail,edition-%d,60 %%,70 %%,90 %%,100 %%%n"
                        .formatted(text(TABLE), edition / 2)
                        .getBytes(UTF_8));
        return RuleSetSource.of(edited);
    }

    private static String rows(int count) {
        return IntStream.range(0, count)
                .mapToObj("retail,class-%d,60 %%,70 %%,90 %%,100 %%%n"::formatted)
                .collect(Collectors.joining());
    }

    private static String rules(int count) {
        return IntStream.range(0, count).mapToObj(rule -> """
                        rule "Extra %1$d"
                        when
                            $account : Account(cross == true, id == "client-%1$d", $segment : segment)
                            $row : ThresholdRow(table == "equity", segment == $segment)
                        then
                            thresholds.set(ThresholdKind.MARGIN_CALL, $account, Metric.EQUITY, Comparison.BELOW,
                                $row.number("minimum_equity"), $row.number("minimum_equity_clear"));
                        end
                        """.formatted(rule)).collect(Collectors.joining());
    }

    private String text(String path) {
        return new String(files.getOrDefault(path, new byte[0]), UTF_8);
    }

    private void put(String path, String text) {
        files.put(path, text.getBytes(UTF_8));
    }
}
