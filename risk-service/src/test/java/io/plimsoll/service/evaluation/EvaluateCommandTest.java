package io.plimsoll.service.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class EvaluateCommandTest {

    private static final String RULES = "--rules=../rules/standard";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine evaluate = new CommandLine(new EvaluateCommand())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));

    @TempDir
    Path folder;

    @Test
    void printsTheDecision() throws IOException {
        assertThat(evaluate.execute(RULES, file("margin-call"))).isZero();
        assertThat(new ObjectMapper().readTree(out.toString()).path("actions").path(0).path("type").textValue())
                .isEqualTo("marginCall");
        assertThat(out.toString()).doesNotContain("explanation");
    }

    @Test
    void explainsIfAsked() {
        assertThat(evaluate.execute(RULES, "--explain", file("healthy-account"))).isZero();
        assertThat(out.toString()).contains("explanation");
    }

    @Test
    void saysWhatIsWrongWithASnapshot() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.json"), "{\"asOf\": \"yesterday\"}");

        assertThat(evaluate.execute(RULES, bad.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("/asOf: ").contains("Maybe").doesNotContain("Exception");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void saysThatTheRulesCoverNoSuchAccount() throws IOException {
        String text = Files.readString(Path.of(file("margin-call"))).replace("retail", "unheard-of");
        Path uncovered = Files.writeString(folder.resolve("uncovered.json"), text);

        assertThat(evaluate.execute(RULES, uncovered.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("client-2").doesNotContain("Exception");
    }

    @Test
    void saysThatAFileOrFolderIsNotThere() {
        assertThat(evaluate.execute(RULES, "nowhere.json")).isEqualTo(1);
        assertThat(evaluate.execute("--rules=nowhere", file("margin-call"))).isEqualTo(1);
        assertThat(err.toString()).contains("nowhere.json").contains("no folder nowhere");
    }

    private static String file(String example) {
        return Examples.FOLDER.resolve(example + ".request.json").toString();
    }
}
