package io.plimsoll.rules.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The unsafe rule files: places where code can hide (`corpus/positions.txt`), each with what it could do
/// (`corpus/payloads.txt`).
final class UnsafeRules {

    static final Path FOLDER = Path.of("src/test/resources/corpus");

    private static final String IMPORTS = """
            import io.plimsoll.model.account.Account;
            import io.plimsoll.model.account.AllocationTarget;
            import io.plimsoll.model.account.Position;
            import io.plimsoll.model.threshold.ThresholdKind;
            import io.plimsoll.model.threshold.Metric;
            import io.plimsoll.model.threshold.Comparison;
            import java.math.BigDecimal;
            global io.plimsoll.model.threshold.ThresholdSink thresholds;""";
    private static final String CALL = "    thresholds.set(ThresholdKind.MARGIN_CALL, $a, Metric.LEVERAGE,"
            + " Comparison.ABOVE, BigDecimal.ONE, BigDecimal.ZERO);";
    private static final Pattern HOLE = Pattern.compile("\\$\\{(E|TYPE|PACKAGE|UNICODE)}");

    private UnsafeRules() {}

    /// A rule file.
    ///
    /// @param name position and payload
    /// @param text the file
    /// @param line where the linter should point
    /// @param type what does what a rule must not do
    /// @param expression how it is written
    record Unsafe(String name, String text, int line, String type, String expression) {

        @Override
        public String toString() {
            return name;
        }
    }

    private record Payload(String name, boolean everywhere, String type, String expression) {}

    static List<Unsafe> all() throws IOException {
        List<Payload> payloads = payloads();
        List<Unsafe> all = new ArrayList<>();
        String positions = Files.readString(FOLDER.resolve("positions.txt"));
        for (String position : positions.substring(positions.indexOf("\n=== ")).split("(?m)^=== ", -1)) {
            if (!position.isBlank()) {
                String title = position.substring(0, position.indexOf('\n'));
                String template = position.substring(position.indexOf('\n') + 1);
                payloads.stream()
                        .filter(payload -> payload.everywhere() || title.contains(" main"))
                        .map(payload -> unsafe(title, template, payload))
                        .forEach(all::add);
            }
        }
        return all;
    }

    /// What unsafe rules do, as expressions.
    static List<String> expressions() throws IOException {
        return payloads().stream().map(Payload::expression).toList();
    }

    /// The types of which only unsafe rules use anything.
    static List<String> dangerousTypes() throws IOException {
        Set<String> harmless = Set.of(
                "java.lang.Object",
                "java.lang.String",
                "java.lang.System",
                "java.math.BigDecimal",
                "java.time.Instant",
                "io.plimsoll.model.account.Balance");
        return payloads().stream()
                .map(Payload::type)
                .filter(type -> !harmless.contains(type))
                .toList();
    }

    private static List<Payload> payloads() throws IOException {
        return Files.readAllLines(FOLDER.resolve("payloads.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(UnsafeRules::payload)
                .toList();
    }

    private static Payload payload(String line) {
        List<String> fields =
                Arrays.stream(line.split("\\|", 4)).map(String::strip).toList();
        String expression = fields.get(3).replace("CANARY", Canaries.FILE.toString());
        return new Payload(fields.get(0), fields.get(1).equals("c"), fields.get(2), expression);
    }

    private static Unsafe unsafe(String title, String template, Payload payload) {
        String frame = template.replace("${FILE}", "package thresholds;\n${IMPORTS}")
                .replace("${IMPORTS}", IMPORTS)
                .replace("${WHEN}", "rule \"case\" when $a : Account()")
                .replace("${THEN_OPEN}", "then\n" + CALL)
                .replace("${THEN}", "then\n" + CALL + "\nend");
        Matcher hole = HOLE.matcher(frame);
        if (!hole.find()) {
            throw new IllegalArgumentException("The position (%s) has no place for code.".formatted(title));
        }
        int line = 1 + (int) frame.substring(0, hole.start()).lines().count() - (endsLine(frame, hole.start()) ? 0 : 1);
        String text = frame.replace("${E}", payload.expression())
                .replace("${TYPE}", payload.type())
                .replace("${PACKAGE}", payload.type().replaceFirst("\\.[^.]*$", ""))
                .replace("${UNICODE}", escaped(payload.expression()));
        List<String> words = Arrays.asList(title.split(" ", -1));
        return new Unsafe(
                words.getFirst() + "/" + payload.name(),
                text,
                line
                        + words.stream()
                                .filter(word -> word.matches("[+-][0-9]+"))
                                .mapToInt(Integer::parseInt)
                                .sum(),
                payload.type(),
                payload.expression());
    }

    private static boolean endsLine(String text, int offset) {
        return offset == 0 || text.charAt(offset - 1) == '\n';
    }

    /// The first letter of the first name in it, as Java reads it before anything else.
    private static String escaped(String expression) {
        int letter = expression.startsWith("new ") ? 4 : expression.startsWith("\"") ? 4 : 0;
        return "%s\\u%04x%s"
                .formatted(
                        expression.substring(0, letter),
                        (int) expression.charAt(letter),
                        expression.substring(letter + 1));
    }
}
