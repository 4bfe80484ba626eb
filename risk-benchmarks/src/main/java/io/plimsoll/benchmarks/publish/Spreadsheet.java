package io.plimsoll.benchmarks.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.plimsoll.benchmarks.BenchmarkException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;

/// The peer: a margin table as Drools' own decision table, where a row becomes a rule that says the same as ours.
final class Spreadsheet {

    private static final String HEAD = "margin-head.csv";

    private Spreadsheet() {}

    /// Compiles a table of so many rows, from its text to what can be evaluated, and throws it away.
    ///
    /// @throws BenchmarkException if it does not become so many rules
    static void compile(int rows, int edition) {
        String table = head()
                + IntStream.range(0, rows)
                        .mapToObj(row -> "\"segment-%d\",\"0.7,0.6\",\"1,0.9\"%n".formatted(row == 0 ? -edition : row))
                        .collect(Collectors.joining());
        KieServices services = KieServices.get();
        ReleaseId release = services.newReleaseId("io.plimsoll.benchmarks", "spreadsheet", Integer.toString(edition));
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(release);
        files.write("src/main/resources/margin/margin.drl.csv", table.getBytes(UTF_8));
        try {
            KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
            List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
            if (!errors.isEmpty()) {
                throw new BenchmarkException("The spreadsheet does not compile: " + errors.getFirst());
            }
            KieContainer container = services.newKieContainer(release);
            requireRules(container.getKieBase(), rows);
            container.dispose();
        } finally {
            services.getRepository().removeKieModule(release);
        }
    }

    private static String head() {
        try (InputStream head = Objects.requireNonNull(Spreadsheet.class.getResourceAsStream(HEAD))) {
            return new String(head.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("The head of the spreadsheet can't be read.", e);
        }
    }

    private static void requireRules(KieBase base, int rows) {
        int rules = base.getKiePackages().stream()
                .mapToInt(rulePackage -> rulePackage.getRules().size())
                .sum();
        if (rules != rows) {
            throw new BenchmarkException("The spreadsheet became %d rules, not %d.".formatted(rules, rows));
        }
    }
}
