package io.plimsoll.rules.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.rules.check.RuleSetCheck;
import io.plimsoll.rules.diagnostic.Diagnostic;
import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.rules.source.Sources;
import io.plimsoll.rules.table.RuleTables;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Scenario files: what they mean, and what is said of those that mean nothing. In tables, `;` stands for a line break.
class ScenarioReaderTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            an unknown key            | given: {};scenario:;  - {name: a, expect: {account: c}}                | a.yaml:2:1 | The key (scenario) is unknown.
            an unknown key of one     | scenarios:;  - {name: a, expects: {account: c}}                        | a.yaml:2   | The key (expects) is unknown.
            no scenario               | given: {}                                                              | a.yaml:1   | The key (scenarios) is missing or empty.
            an empty list             | scenarios: []                                                          | a.yaml:1   | The key (scenarios) is missing or empty.
            no name                   | scenarios:;  - {expect: {account: c}}                                  | a.yaml:2   | The key (name) is missing or empty.
            no expectation            | scenarios:;  - name: a                                                 | a.yaml:2   | The key (expect) is missing or empty.
            an empty expectation      | scenarios:;  - name: a;    expect: {}                                  | a.yaml:3   | The key (expect) is missing or empty.
            a name twice              | scenarios:;  - {name: a, expect: {x: y}};  - {name: a, expect: {x: y}} | a.yaml:3   | There is another scenario of this name (a), at scenarios/a.yaml:2.
            a mapping for the list    | scenarios: {name: a}                                                   | a.yaml:1   | must be a list
            a text for a mapping      | scenarios:;  - a                                                       | a.yaml:2   | must be a list of mappings
            a list given              | given: [];scenarios:;  - {name: a, expect: {x: y}}                     | a.yaml:1   | The value of the key (given) must be a mapping.
            a list expected           | scenarios:;  - {name: a, expect: [x]}                                  | a.yaml:2   | The value of the key (expect) must be a mapping.
            a mapping for a name      | scenarios:;  - {name: {a: b}, expect: {x: y}}                          | a.yaml:2   | The value of the key (name) must be a single value.
            an unknown row            | scenarios:;  - {name: a, expect: {x: "${margin:retail/meme.drift}"}}   | a.yaml:2   | There is no row for the reference (margin:retail/meme.drift).
            an unknown column         | scenarios:;  - {name: a, expect: {x: "${rebalancing:retail.drft}"}}    | a.yaml:2   | Table rebalancing has no numeric column "drft".
            a column of text          | scenarios:;  - {name: a, expect: {x: "${rebalancing:retail.segment}"}} | a.yaml:2   | has no numeric column "segment"
            a row without a column    | scenarios:;  - {name: a, expect: {x: "${rebalancing:retail}"}}         | a.yaml:2   | There is no row for the reference (rebalancing:retail).
            an empty reference        | scenarios:;  - {name: a, expect: {x: "${}"}}                           | a.yaml:2   | The reference () can't be read.
            a sum without an end      | scenarios:;  - {name: a, expect: {x: "${1 +}"}}                        | a.yaml:2   | The reference (1 +) can't be read.
            a product                 | scenarios:;  - {name: a, expect: {x: "${2 * rebalancing:retail.drift}"}} | a.yaml:2 | The reference (2 * rebalancing:retail.drift) can't be read.
            two terms and no sign     | scenarios:;  - {name: a, expect: {x: "${1 2}"}}                        | a.yaml:2   | The reference (1 2) can't be read.
            a number too large        | scenarios:;  - {name: a, expect: {x: "${1e999999999}"}}                | a.yaml:2   | The number (1e999999999) is too large
            a sum without blanks      | scenarios:;  - {name: a, expect: {x: "${1-0.5}"}}                      | a.yaml:2   | The number (1-0.5) is not a decimal number
            an alias                  | given: &a {};scenarios:;  - {name: a, given: *a, expect: {x: y}}       | a.yaml:1   | Anchors and aliases
            a type                    | scenarios:;  - {name: !!java.net.URL a, expect: {x: y}}                | a.yaml:2   | Type tags
            a key twice               | scenarios:;  - {name: a, name: b, expect: {x: y}}                      | a.yaml:2   | The key (name) is there a second time
            two documents             | scenarios:;  - {name: a, expect: {x: y}};---;a: b                      | a.yaml     | A second YAML document
            an open bracket           | scenarios: [                                                           | a.yaml     | The file is not YAML here
            nothing                   | ' '                                                                    | a.yaml     | The file is empty.
            """)
    void whatCannotBeReadIsNamedByFileAndLine(String why, String text, String place, String words) {
        List<Diagnostic> found = read(text).diagnostics();

        assertThat(found)
                .anySatisfy(diagnostic -> assertThat(diagnostic.toString())
                        .startsWith("scenarios/" + place)
                        .contains(words));
    }

    @Test
    void aTabIsNoIndentation() {
        List<Diagnostic> found = read("scenarios:;\t- name: a").diagnostics();

        assertThat(found)
                .singleElement()
                .asString()
                .startsWith("scenarios/a.yaml:2")
                .contains("The file is not YAML");
    }

    @Test
    void eachScenarioWithoutANameIsToldThatAlone() {
        List<Diagnostic> found =
                read("scenarios:;  - expect: {x: y};  - expect: {x: y}").diagnostics();

        assertThat(found).extracting(Diagnostic::code).containsExactly("yaml.missing-key", "yaml.missing-key");
    }

    @Test
    void aNameIsTakenInAllFilesOfTheRuleSet() {
        RuleSetSource source = Sources.with(
                Sources.standard(),
                "scenarios/a.yaml",
                "scenarios:\n  - {name: same, expect: {x: y}}",
                "scenarios/b.yaml",
                "scenarios:\n\n  - {name: same, expect: {x: y}}");
        Diagnostics diagnostics = new Diagnostics();
        ScenarioReader.read(source, List.of("scenarios/a.yaml", "scenarios/b.yaml"), List.of(), diagnostics);

        assertThat(diagnostics.all())
                .singleElement()
                .asString()
                .startsWith("scenarios/b.yaml:3")
                .contains("(same), at scenarios/a.yaml:2");
    }

    /// RFC 7396: mappings are merged at any depth, an empty value removes, anything else replaces.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            the common part alone        | {a: {b: c}}      | {}               | {"a":{"b":"c"}}
            an own part alone            | {}               | {a: {b: c}}      | {"a":{"b":"c"}}
            mappings are merged          | {a: {b: c}}      | {a: {d: e}}      | {"a":{"b":"c","d":"e"}}
            an own value wins            | {a: {b: c}}      | {a: {b: d}}      | {"a":{"b":"d"}}
            a list replaces              | {a: [b, c]}      | {a: [d]}         | {"a":["d"]}
            an empty list replaces       | {a: [b, c]}      | {a: []}          | {"a":[]}
            a text replaces a mapping    | {a: {b: c}}      | {a: d}           | {"a":"d"}
            a mapping replaces a text    | {a: b}           | {a: {c: d}}      | {"a":{"c":"d"}}
            an empty value removes       | {a: b, c: d}     | {a: }            | {"c":"d"}
            null removes                 | {a: b, c: d}     | {a: null}        | {"c":"d"}
            deep down too                | {a: {b: c, d: e}} | {a: {b: }}      | {"a":{"d":"e"}}
            also what was not there      | {a: b}           | {c: {d: , e: f}} | {"a":"b","c":{"e":"f"}}
            also where a text was        | {a: b}           | {a: {d: , e: f}} | {"a":{"e":"f"}}
            numbers stay as written      | {a: 0.10}        | {b: 1e5}         | {"a":"0.10","b":"1e5"}
            """)
    void whatIsGivenIsMergedOverWhatIsCommon(String why, String common, String own, String merged) {
        Read read = read("given: %s;scenarios:;  - {name: a, given: %s, expect: {x: y}}".formatted(common, own));

        assertThat(read.diagnostics()).isEmpty();
        assertThat(read.scenarios().getFirst().given()).hasToString(merged);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ${margin:retail/major.margin_call}                                     | 0.8
            ${ margin:retail/major.margin_call }                                   | 0.8
            ${margin:retail/major.margin_call - 0.01}                              | 0.79
            ${0.5 - rebalancing:retail.drift}                                      | 0.45
            ${- rebalancing:retail.drift}                                          | -0.05
            ${rebalancing:retail.drift + rebalancing:retail.drift_clear - 1}       | -0.92
            ${1 - 1.00}                                                            | 0
            plain                                                                  | plain
            not all of it ${1}                                                     | not all of it ${1}
            """)
    void aReferenceIsTheNumberInTheTable(String reference, String number) {
        Read read = read(
                "scenarios:;  - {name: a, given: {a: [\"%s\"]}, expect: {x: \"%s\"}}".formatted(reference, reference));

        assertThat(read.diagnostics()).isEmpty();
        assertThat(read.scenarios().getFirst().expect().path("x").asText()).isEqualTo(number);
        assertThat(read.scenarios().getFirst().given().path("a").path(0).asText())
                .isEqualTo(number);
    }

    @Test
    void aScenarioThatFailsBlocksTheCheckByItsNameAndLine() {
        RuleSetSource source = Sources.edited(
                Sources.standard(),
                "scenarios/margin-cross.yaml",
                "  - name: retail major, one cent short of the margin call",
                "  - name: nobody is home\n    expect: {account: nobody}\n"
                        + "  - name: retail major, one cent short of the margin call");
        int line = Sources.text(source, "scenarios/margin-cross.yaml")
                        .lines()
                        .toList()
                        .indexOf("  - name: nobody is home")
                + 1;

        assertThatThrownBy(() -> RuleSetCheck.check(source))
                .hasMessageStartingWith("scenarios/margin-cross.yaml:%d".formatted(line))
                .hasMessageContaining("The scenario \"nobody is home\" fails: account expected nobody, was client.");
    }

    @Test
    void aScenarioWhoseAccountCannotBeBlocksTheCheck() {
        RuleSetSource source = Sources.edited(
                Sources.standard(),
                "scenarios/margin-cross.yaml",
                "currency: USDT\n    balances",
                "curency: USDT\n    balances");

        assertThatThrownBy(() -> RuleSetCheck.check(source))
                .hasMessageContaining("what is given can't be")
                .hasMessageContaining("curency");
    }

    private record Read(List<Scenario> scenarios, List<Diagnostic> diagnostics) {}

    private static Read read(String text) {
        RuleSetSource source = Sources.with(Sources.standard(), "scenarios/a.yaml", text.replace(';', '\n'));
        Diagnostics diagnostics = new Diagnostics();
        var rows = RuleTables.read(source, diagnostics).stream()
                .flatMap(table -> table.rows().stream())
                .toList();
        return new Read(ScenarioReader.read(source, List.of("scenarios/a.yaml"), rows, diagnostics), diagnostics.all());
    }
}
