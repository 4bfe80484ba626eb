package io.plimsoll.rules.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.plimsoll.rules.catalogue.FactField;
import io.plimsoll.rules.catalogue.FactFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the linter publishes, what the list of fields says, and what the reference tells rule authors are the same.
class FactTablesTest {

    private static final Path REFERENCE = Path.of("..", "docs", "reference", "rules.md");

    @ParameterizedTest
    @EnumSource(Phase.class)
    void everyFactThatCanBeMatchedHasFields(Phase phase) {
        assertThat(FactCatalogue.of(phase).facts().values())
                .allSatisfy(fact -> assertThat(FactFields.typeNamed(fact)).isPresent());
    }

    /// What a field holds is a value that rules can compare, or a fact whose fields are published too.
    @Test
    void everyFieldLeadsToSomethingThatIsKnown() {
        assertThat(fields())
                .isNotEmpty()
                .allSatisfy(field -> assertThat(
                                Value.of(field.type()).is(Value.Kind.FACT)
                                        ? FactFields.of(field.type())
                                        : List.of(field))
                        .isNotEmpty());
    }

    @Test
    void everyFieldHasAUnitAndAMeaning() {
        assertThat(fields()).allSatisfy(field -> {
            assertThat(field.unit()).isNotBlank();
            assertThat(field.description()).isNotBlank().doesNotEndWith(".");
        });
    }

    /// Nothing is published because the model happens to have it.
    @Test
    void whatIsNotListedIsNotPublished() {
        assertThat(fields().stream().map(FactField::name))
                .doesNotContain("balances", "positions", "targets", "schedule", "setBy", "threshold", "getClass");
    }

    @Test
    void theReferenceListsWhatThresholdRulesMayRead() throws IOException {
        assertIsInReference(table(types(Phase.THRESHOLDS)));
    }

    @Test
    void theReferenceListsWhatActionRulesMayReadBesides() throws IOException {
        Set<String> more = new TreeSet<>(types(Phase.ACTIONS));
        more.removeAll(types(Phase.THRESHOLDS));
        assertIsInReference(table(more));
    }

    @Test
    void theReferenceListsWhatFieldsHold() throws IOException {
        Set<String> within =
                FactFields.all().keySet().stream().map(Class::getName).collect(Collectors.toCollection(TreeSet::new));
        within.removeAll(types(Phase.ACTIONS));
        assertIsInReference(table(within));
    }

    @Test
    void theReferenceListsEveryConstantOfAnEnum() throws IOException {
        String reference = Files.readString(REFERENCE);
        Set<Class<?>> enums =
                fields().stream().map(FactField::type).filter(Class::isEnum).collect(Collectors.toSet());

        assertThat(enums)
                .allSatisfy(type -> assertThat(ConstantTyper.constants(type))
                        .allSatisfy(constant -> assertThat(reference).contains("`" + constant + "`")));
    }

    private static Collection<String> types(Phase phase) {
        return FactCatalogue.of(phase).facts().values();
    }

    private static List<FactField> fields() {
        return FactFields.all().values().stream().flatMap(List::stream).toList();
    }

    private static void assertIsInReference(String table) throws IOException {
        if (!Files.readString(REFERENCE).contains(table)) {
            fail("docs/reference/rules.md must have this table:%n%s".formatted(table));
        }
    }

    private static String table(Collection<String> types) {
        return FactFields.all().keySet().stream()
                .filter(type -> types.contains(type.getName()))
                .sorted(Comparator.comparing(Class::getSimpleName))
                .flatMap(FactTablesTest::rows)
                .collect(Collectors.joining("", "| fact | field | is | unit | meaning |\n|---|---|---|---|---|\n", ""));
    }

    private static Stream<String> rows(Class<?> type) {
        return FactFields.of(type).stream()
                .map(field -> "| `%s` | `%s` | %s | %s | %s |\n"
                        .formatted(
                                type.getSimpleName(),
                                field.inConstraint(),
                                Value.of(field.type()).words(),
                                field.unit(),
                                field.description()));
    }
}
