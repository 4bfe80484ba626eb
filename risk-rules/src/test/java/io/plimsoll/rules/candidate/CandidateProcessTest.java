package io.plimsoll.rules.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.rules.diagnostic.Diagnostic;
import io.plimsoll.rules.limit.WorkLimits;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.rules.source.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever the process of a candidate does, it ends within its limits with one diagnostic, and it knows nothing.
@Timeout(300)
class CandidateProcessTest {

    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(textBlock = """
            Busy,    candidate.deadline, '2,000 ms'
            Deaf,    candidate.deadline, '2,000 ms'
            Leaver,  candidate.crashed,  42
            Babbler, candidate.crashed,  said
            Boaster, candidate.crashed,  out of bounds
            Glutton, candidate.memory,   64 MiB
            """)
    void oneDiagnosticSaysWhatBecameOfIt(String child, String code, String words) throws Exception {
        Duration deadline = code.endsWith("deadline") ? SHORT : LONG;
        CandidateProcess process = start(child, deadline);

        assertThat(process.check(large())).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.code()).isEqualTo(code);
            assertThat(diagnostic.message()).contains(words);
            assertThat(diagnostic.remedy()).startsWith("Maybe");
        });
        process.handle().onExit().get(1, TimeUnit.MINUTES);
    }

    @Test
    void whatItSaysOnTheSideIsKeptOnOneLine() throws Exception {
        CandidateProcess process = start("Leaver", LONG);
        process.check(Sources.standard());

        assertThat(process.errors().text()).contains("gone for good").doesNotContain("\n");
    }

    /// The surefire configuration puts the canary into the environment.
    @Test
    void itKnowsNothingOfThisProcess() throws Exception {
        assertThat(System.getenv("PLIMSOLL_CANARY")).isEqualTo("secret-of-the-environment");
        System.setProperty("plimsoll.canary", "secret-of-the-properties");
        List<Diagnostic> told;
        try (CandidateProcess process = start("Teller", LONG)) {
            told = process.check(Sources.standard());
        } finally {
            System.clearProperty("plimsoll.canary");
        }

        assertThat(told).extracting(Diagnostic::code).contains("property").doesNotContain("file");
        assertThat(told)
                .filteredOn(diagnostic -> diagnostic.code().equals("environment"))
                .extracting(Diagnostic::message)
                .allMatch(variable -> variable.startsWith("SystemRoot="));
        assertThat(told).extracting(Diagnostic::message).noneMatch(text -> text.contains("canary"));
        assertThat(told).extracting(Diagnostic::message).noneMatch(text -> text.contains("secret"));
        assertThat(told).extracting(Diagnostic::message).contains("java.io.tmpdir=" + folder, "user.home=" + folder);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void itsOwnProcessesEndWithIt() throws Exception {
        CandidateProcess process = start("Breeder", SHORT);
        for (int i = 0; i < 60 && process.errors().text().isBlank(); i++) {
            assertThat(process.isAlive()).isTrue();
        }
        ProcessHandle grandchild = ProcessHandle.of(
                        Long.parseLong(process.errors().text().strip()))
                .orElseThrow();

        assertThat(process.check(Sources.standard()))
                .singleElement()
                .extracting(Diagnostic::code)
                .isEqualTo("candidate.deadline");
        grandchild.onExit().get(1, TimeUnit.MINUTES);
        process.handle().onExit().get(1, TimeUnit.MINUTES);
    }

    /// A service that is killed has no time to tidy up.
    @Test
    void itEndsWhenTheServiceIsKilled() throws Exception {
        Process parent = CandidateJvm.process(limits(LONG), folder, BadChildren.Parent.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        ProcessHandle standby = ProcessHandle.of(
                        Long.parseLong(parent.inputReader().readLine()))
                .orElseThrow();
        assertThat(standby.isAlive()).isTrue();

        parent.destroyForcibly().waitFor();

        standby.onExit().get(2, TimeUnit.MINUTES);
    }

    private CandidateProcess start(String child, Duration deadline) throws IOException {
        return CandidateProcess.start(limits(deadline), folder, BadChildren.class.getName() + "$" + child);
    }

    private static CandidateLimits limits(Duration deadline) {
        return new CandidateLimits(64, 64, deadline, false, WorkLimits.DEFAULT);
    }

    /// More than a pipe holds.
    private static RuleSetSource large() {
        return Sources.with(Sources.standard(), "README.md", "x".repeat(1 << 20));
    }
}
