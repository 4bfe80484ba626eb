package io.plimsoll.rules.candidate;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.plimsoll.rules.evaluation.Rules;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.rules.source.Sources;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Rule sets that want all the time or all the memory there is, by name. Each differs from the one that ships, and
/// keeps its scenarios, so that whatever compiles is also run.
final class HostileRuleSets {

    private static final RuleSetSource STANDARD = Sources.standard();
    private static final String THEN = """
            then
                thresholds.set(ThresholdKind.MARGIN_CALL, $account, Metric.EQUITY, Comparison.BELOW,
                    BigDecimal.ZERO, BigDecimal.ZERO);
            """;

    private final Map<String, Supplier<RuleSetSource>> byName = new HashMap<>();

    HostileRuleSets() {
        consequences();
        joins();
        expansions();
        sizes();
        nesting();
        tables();
        scenarios();
        yaml();
        characters();
    }

    RuleSetSource get(String name) {
        return byName.get(name).get();
    }

    int count() {
        return byName.size();
    }

    private void consequences() {
        consequence("endless loop", "while (true) {}");
        consequence("counting loop", "for (int i = 0; i >= 0; i = i * 1) {}");
        consequence("insert storm", "insert(new java.math.BigDecimal(1));");
        consequence("update storm", "update($account);");
        consequence("sleep", "Thread.sleep(1000000);");
        consequence("lambda loop", "java.util.stream.Stream.generate(() -> 1).count();");
        add("recursion", () -> thresholds("""
                function int f(int n) { return f(n) + f(n); }
                rule "Recursion" when Account(f(1) > 0) then end
                """));
        add("endless salience", () -> thresholds("""
                rule "Salience" salience (java.util.stream.Stream.generate(() -> 1).count()) when Account() then end
                """));
    }

    private void joins() {
        for (int width = 3; width <= 6; width++) {
            condition(width + "-way cross product of rows", "ThresholdRow() ".repeat(width));
        }
        condition(
                "inequality join",
                "ThresholdRow($a : instrumentClass) ThresholdRow(instrumentClass != $a, $b : instrumentClass)"
                        + " ThresholdRow(instrumentClass != $a, instrumentClass != $b)");
        condition(
                "range join",
                "ThresholdRow($a : instrumentClass) ThresholdRow(instrumentClass > $a, $b : instrumentClass)"
                        + " ThresholdRow(instrumentClass > $b)");
        condition(
                "nested not",
                "ThresholdRow($a : instrumentClass) ThresholdRow($b : instrumentClass)"
                        + " not (ThresholdRow(instrumentClass != $a) and not (ThresholdRow(instrumentClass == $b) and ThresholdRow()))");
        condition(
                "nested exists",
                "ThresholdRow($a : instrumentClass) ThresholdRow($b : instrumentClass)"
                        + " exists (ThresholdRow(instrumentClass != $a) and exists (ThresholdRow(instrumentClass != $b) and ThresholdRow()))");
        condition(
                "accumulate over a cross product",
                "accumulate(ThresholdRow() and ThresholdRow() and ThresholdRow(); $n : count(); $n > 0)");
        condition(
                "accumulates behind a cross product",
                "$x : ThresholdRow() $y : ThresholdRow()"
                        + " accumulate($r : ThresholdRow(instrumentClass != \"nobody\"); $n : count($r); $n > 0)");
        condition("regular expression", "Account(segment matches \"(([a-z])+.)+[A-Z]([a-z])+$\")");
    }

    private void expansions() {
        condition("alternatives", "(Account(segment == \"a\") or Account(segment == \"b\")) ".repeat(24));
        add(
                "alternatives at the bound in every rule",
                () -> thresholds(rules(300, i -> """
                rule "%d" when
                    $account : Account(segment == "%d")
                    %s
                %send
                """.formatted(
                                i,
                                i,
                                ("(Position(instrument == \"A%d\", quantity > 1) or "
                                                + "Position(instrument == \"B%d\", quantity < 1)) ")
                                        .formatted(i, i)
                                        .repeat(6),
                                THEN))));
        add(
                "a long chain of patterns in every rule",
                () -> thresholds(rules(120, i -> """
                rule "%d" when
                    $account : Account(segment == "%d")
                    %s
                %send
                """.formatted(
                                i,
                                i,
                                IntStream.range(0, 40)
                                        .mapToObj(j -> "Position(instrument == \"%d-%d\")\n".formatted(i, j))
                                        .collect(Collectors.joining()),
                                THEN))));
    }

    private void sizes() {
        add("10,000 rules", () -> thresholds(rules(10_000, i -> "rule \"%d\" when Account() then end%n".formatted(i))));
        add("10,000 rules in 100 files", () -> {
            Map<String, byte[]> files = Sources.files(STANDARD);
            for (int file = 0; file < 100; file++) {
                int first = 100 * file;
                files.put(
                        "thresholds/extra-%d.drl".formatted(file),
                        Rules.thresholds(rules(100, i -> "rule \"%d\" when Account() then end%n".formatted(first + i)))
                                .getBytes(UTF_8));
            }
            return RuleSetSource.of(files);
        });
        condition("giant text", "Account(segment == \"" + "x".repeat(200_000) + "\")");
        condition("giant number", "Instrument(multiplier > " + "9".repeat(100_000) + "B)");
        condition("giant exponent", "Instrument(multiplier > 1e999999999B)");
        condition("giant disjunction", "Account(" + "segment == \"a\" || ".repeat(10_000) + "segment == \"b\")");
        add("giant comment", () -> thresholds("/*" + "*".repeat(900_000)));
        add("giant file", () -> thresholds("x".repeat(2_000_000)));
        add("giant rule set", () -> {
            Map<String, byte[]> files = Sources.files(STANDARD);
            IntStream.range(0, 12).forEach(i -> files.put("file-%d.md".formatted(i), new byte[1_000_000]));
            return RuleSetSource.of(files);
        });
        add("too many files", () -> {
            Map<String, byte[]> files = Sources.files(STANDARD);
            IntStream.range(0, 1_100).forEach(i -> files.put("file-%d.md".formatted(i), new byte[1]));
            return RuleSetSource.of(files);
        });
    }

    private void nesting() {
        condition("nested brackets", "Account(" + "(".repeat(50_000) + "cross" + ")".repeat(50_000) + ")");
        condition("nested conditions", "(".repeat(20_000) + "Account()" + ")".repeat(20_000));
        condition("nested negations", "not (".repeat(5_000) + "Account()" + ")".repeat(5_000));
        condition("a long sum", "Instrument(multiplier > 1B" + ".add(1B)".repeat(20_000) + ")");
        condition("unary operators", "Account(" + "!".repeat(100_000) + "cross)");
    }

    private void tables() {
        add("a million rows", () -> margin(IntStream.range(0, 100_000), "retail,s%d,60 %%,70 %%,90 %%,100 %%%n"));
        add("rows beyond the bound", () -> margin(IntStream.range(0, 10_001), "retail,s%d,60 %%,70 %%,90 %%,100 %%%n"));
        add(
                "a million columns",
                () -> Sources.with(
                        STANDARD, "tables/margin.csv", "c,".repeat(250_000) + "c\n" + "x,".repeat(250_000) + "x\n"));
        add(
                "many specified columns",
                () -> Sources.with(
                        STANDARD,
                        "tables/margin.table.yaml",
                        Sources.text(STANDARD, "tables/margin.table.yaml")
                                .replace(
                                        "columns:\n",
                                        "columns:\n"
                                                + IntStream.range(0, 5_000)
                                                        .mapToObj(
                                                                "  - {name: c%d, role: key, unit: text, description: x}%n"
                                                                        ::formatted)
                                                        .collect(Collectors.joining()))));
        add(
                "a giant cell",
                () -> margin(IntStream.of(1), "retail,s%d" + "x".repeat(900_000) + ",60 %%,70 %%,90 %%,100 %%%n"));
        add("an unclosed quotation", () -> margin(IntStream.range(0, 50_000), "\"%d,m,60 %%,70%n"));
        add("a number that expands", () -> margin(IntStream.of(1), "retail,s%d,1e-999999999,70 %%,90 %%,100 %%%n"));
    }

    private void scenarios() {
        // Each stays below the limit of one firing; it is all of them that take too long.
        add(
                "4,500 heavy scenarios",
                () -> scenarios(
                        4_500,
                        "ThresholdRow($s : instrumentClass) "
                                + "ThresholdRow(segment == \"professional\", instrumentClass != $s) ".repeat(3)
                                + "Position(instrument == $s)"));
        add("scenarios beyond the bound", () -> scenarios(5_001, "ThresholdRow()"));
    }

    private void yaml() {
        add("aliases in a scenario", () -> Sources.with(STANDARD, "scenarios/rebalancing.yaml", laughs()));
        add("aliases in the manifest", () -> Sources.with(STANDARD, "ruleset.yaml", laughs()));
        add("nested flow", () -> Sources.with(STANDARD, "ruleset.yaml", "name: " + "[".repeat(400_000)));
        add("nested mappings", () -> Sources.with(STANDARD, "tables/margin.table.yaml", "{a: ".repeat(200_000)));
        add(
                "a type of its own",
                () -> Sources.with(
                        STANDARD,
                        "ruleset.yaml",
                        "name: !!javax.script.ScriptEngineManager [!!java.net.URL [\"http://x\"]]"));
        add("a giant key", () -> Sources.with(STANDARD, "ruleset.yaml", "k".repeat(1_000_000) + ": 1"));
    }

    private void characters() {
        condition("text that runs backwards", "Account(segment == \"\u202Eliater\u202C\")");
        condition("a null character", "Account(segment == \"a\u0000b\")");
        condition("an operator of another script", "Account(\uFF1D\uFF1D\uFF1D)");
        add("no UTF-8", () -> {
            Map<String, byte[]> files = Sources.files(STANDARD);
            files.put("thresholds/extra.drl", new byte[] {(byte) 0xC0, (byte) 0x80, (byte) 0xFF});
            return RuleSetSource.of(files);
        });
    }

    private void add(String name, Supplier<RuleSetSource> source) {
        byName.put(name, source);
    }

    private void consequence(String name, String code) {
        add(name, () -> thresholds("rule \"Extra\" when $account : Account() then %s end%n".formatted(code)));
    }

    /// A rule with these conditions, over 2,000 rows.
    private void condition(String name, String conditions) {
        add(
                name,
                () -> longTable(thresholds(
                        "rule \"Extra\" when $account : Account()\n%s\n%send\n".formatted(conditions, THEN))));
    }

    private static RuleSetSource thresholds(String rules) {
        return Sources.with(STANDARD, "thresholds/extra.drl", Rules.thresholds(rules));
    }

    private static String rules(int count, IntFunction<String> rule) {
        return IntStream.range(0, count).mapToObj(rule).collect(Collectors.joining());
    }

    private static RuleSetSource longTable(RuleSetSource source) {
        return Sources.with(
                source,
                "tables/margin.csv",
                Sources.text(STANDARD, "tables/margin.csv")
                        + lines(IntStream.range(0, 2_000), "retail,s%d,60 %%,70 %%,90 %%,100 %%%n"));
    }

    private static RuleSetSource margin(IntStream rows, String line) {
        return Sources.with(
                STANDARD, "tables/margin.csv", Sources.text(STANDARD, "tables/margin.csv") + lines(rows, line));
    }

    private static String lines(IntStream numbers, String line) {
        return numbers.mapToObj(line::formatted).collect(Collectors.joining());
    }

    private static RuleSetSource scenarios(int count, String conditions) {
        String all = Sources.text(STANDARD, "scenarios/margin-cross.yaml");
        String head = all.substring(0, all.indexOf("scenarios:"));
        String scenario = """
                  - name: scenario %d
                    given: {account: {positions: [{instrument: MAJOR-PERP, quantity: "0.5", entryPrice: "100"}]}}
                    expect: {actions: []}
                """;
        return Sources.with(
                longTable(thresholds(
                        "rule \"Extra\" when $account : Account()\n%s\n%send\n".formatted(conditions, THEN))),
                "scenarios/margin-cross.yaml",
                head + "scenarios:\n" + lines(IntStream.range(0, count), scenario));
    }

    /// A billion laughs: ten aliases of ten aliases of …
    private static String laughs() {
        StringBuilder text = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 12; i++) {
            text.append(
                    "a%d: &a%d [%s]%n".formatted(i, i, "*a%d,".formatted(i - 1).repeat(10)));
        }
        return text.toString();
    }
}
