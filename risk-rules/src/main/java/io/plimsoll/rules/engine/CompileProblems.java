package io.plimsoll.rules.engine;

import io.plimsoll.rules.diagnostic.Diagnostic;
import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.diagnostic.InvalidRuleSetException;
import io.plimsoll.rules.source.RuleSetSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kie.api.builder.Message;

/// Turns what the compiler says into diagnostics.
///
/// The linter finds what an author can do wrong; what is left is a gap in it. The compiler names generated files, or no
/// place at all, so that the place is looked for: the expression that a message quotes, or the rule that it names.
///
/// @param rules the rule files
record CompileProblems(RuleSetSource rules) {

    private static final Pattern QUOTED = Pattern.compile(
            "(?:xpression:? |Predicate '|binding '|class: |[Ff]ield |Method )(?<text>[^\n']+?)(?:'| on class|:?\\s*$)",
            Pattern.MULTILINE);
    private static final Pattern RULE = Pattern.compile("^\\s*rule\\s+(?:\"(?<quoted>[^\"]+)\"|(?<bare>\\S+))");
    private static final String REMEDY =
            "The linter has let this pass, which it should not. Maybe undo the last edit, and report it.";

    private record Place(String file, int line) {}

    /// Ends a compilation that has errors.
    ///
    /// @throws InvalidRuleSetException if there is a message
    void throwIfAny(List<Message> messages, String folder) {
        Diagnostics diagnostics = new Diagnostics();
        for (Message message : messages) {
            String path = Optional.ofNullable(message.getPath()).orElse("");
            Place place = path.endsWith(".drl") && message.getLine() > 0
                    ? new Place(path.replaceFirst("^" + folder, ""), message.getLine())
                    : placeOf(message.getText(), path);
            diagnostics.add(problem(place, message.getText()));
        }
        diagnostics.throwIfErrors();
    }

    /// A compiler that failed by an exception of its own.
    InvalidRuleSetException failed(RuntimeException cause) {
        String text = String.valueOf(cause);
        return new InvalidRuleSetException(List.of(problem(placeOf(text, ""), text)));
    }

    private static Diagnostic problem(Place place, String text) {
        String first = text.lines().findFirst().orElse("").strip();
        String message = "The rules can't be compiled: %s.".formatted(first.replaceFirst("[.:]$", ""));
        return Diagnostic.error("compile", place.file(), place.line(), 0, message, REMEDY);
    }

    private Place placeOf(String text, String path) {
        Matcher quoted = QUOTED.matcher(text);
        while (quoted.find()) {
            String expression = quoted.group("text").strip();
            Optional<Place> found = find(line -> line.contains(expression));
            if (found.isPresent()) {
                return found.get();
            }
        }
        return find(line -> isNamed(line, text)).orElseGet(() -> first(path));
    }

    private static boolean isNamed(String line, String text) {
        Matcher rule = RULE.matcher(line);
        if (!rule.find()) {
            return false;
        }
        String name = rule.group("quoted") == null ? rule.group("bare") : rule.group("quoted");
        return text.contains("\"" + name + "\"") || text.contains("'" + name + "'");
    }

    private Optional<Place> find(Predicate<String> wanted) {
        return files().flatMap(file -> {
                    List<String> lines = rules.text(file, new Diagnostics())
                            .orElse("")
                            .lines()
                            .toList();
                    return IntStream.range(0, lines.size())
                            .filter(i -> wanted.test(lines.get(i)))
                            .mapToObj(i -> new Place(file, i + 1));
                })
                .findFirst();
    }

    /// The first file of the phase that a generated file belongs to; of all, if it tells none.
    private Place first(String path) {
        String phase = path.contains("/actions/") ? "actions/" : "";
        return new Place(
                files().filter(file -> file.startsWith(phase)).findFirst().orElse(""), 1);
    }

    private Stream<String> files() {
        return rules.paths().stream().sorted();
    }
}
