package io.plimsoll.rules.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.rules.diagnostic.Diagnostic;
import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.diagnostic.Severity;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.rules.source.Sources;
import io.plimsoll.rules.table.RuleTable;
import io.plimsoll.rules.table.RuleTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every name in the rules that ship, misspelt, is found by the linter where it stands: nothing is left to Drools,
/// which
/// would name no line.
class MisspeltRulesTest {

    private static final RuleSetSource STANDARD = Sources.withoutScenarios();
    private static final List<RuleTable> TABLES = RuleTables.read(STANDARD, new Diagnostics());

    private static final Set<String> WORDS =
            Set.of("package", "import", "global", "rule", "when", "then", "end", "not");

    /// A name in a file.
    ///
    /// @param line the text of its line up to it
    record Name(String path, Token token, String line) {

        @Override
        public String toString() {
            return "%s:%d %s".formatted(path, token.offset(), token.text());
        }
    }

    static Stream<Name> names() {
        return STANDARD.paths().stream().filter(path -> path.endsWith(".drl")).flatMap(path -> names(path).stream());
    }

    private static List<Name> names(String path) {
        String text = Sources.text(STANDARD, path);
        List<Name> names = new ArrayList<>();
        for (Token token : Tokens.of(text, 0, text.length())) {
            String line = text.substring(text.lastIndexOf('\n', token.offset()) + 1, token.offset());
            boolean isName = token.type() == Token.Type.NAME && !WORDS.contains(token.text());
            boolean isTitle = line.startsWith("rule ") || line.startsWith("package ");
            if ((isName || token.type() == Token.Type.STRING) && !isTitle) {
                names.add(new Name(path, token, line));
            }
        }
        return names;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void isFoundWhereItStands(Name name) {
        for (String misspelt : List.of(changed(name.token()), shortened(name.token()))) {
            String text = Sources.text(STANDARD, name.path());
            String edited = text.substring(0, name.token().offset())
                    + misspelt
                    + text.substring(name.token().end());
            int line = 1
                    + (int) text.substring(0, name.token().offset())
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            int column = name.line().length() + 1;
            Diagnostics diagnostics = new Diagnostics();

            DrlLinter.lint(Sources.with(STANDARD, name.path(), edited), TABLES, diagnostics);

            assertThat(diagnostics.all())
                    .as(misspelt)
                    .anySatisfy(found -> assertThat(found.severity()).isEqualTo(Severity.ERROR));
            assertThat(diagnostics.all()).as(misspelt).anySatisfy(found -> {
                assertThat(found.file()).isEqualTo(name.path());
                assertThat(found.line()).isEqualTo(line);
                assertRange(found, name, column, misspelt.length());
            });
        }
    }

    /// An import and a global are one name of several words, and are underlined as a whole.
    private static void assertRange(Diagnostic found, Name name, int column, int length) {
        if (name.line().startsWith("import ") || name.line().startsWith("global ")) {
            assertThat(found.column()).isLessThanOrEqualTo(column);
            assertThat(found.endColumn()).isGreaterThanOrEqualTo(column + length);
        } else {
            assertThat(found.column()).isEqualTo(column);
            assertThat(found.endColumn()).isEqualTo(column + length);
        }
    }

    @Test
    void namesAreMany() {
        assertThat(names().count()).isGreaterThan(300);
    }

    private static String changed(Token token) {
        boolean isText = token.type() == Token.Type.STRING;
        String inner = isText ? token.text().substring(1, token.text().length() - 1) : token.text();
        String changed = inner.substring(0, inner.length() - 1) + (inner.endsWith("x") ? "y" : "x");
        return isText ? "\"" + changed + "\"" : changed;
    }

    private static String shortened(Token token) {
        return token.text().charAt(0) + token.text().substring(2);
    }
}
