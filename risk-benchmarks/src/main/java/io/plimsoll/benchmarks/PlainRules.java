package io.plimsoll.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;

/// Rules of peers, in plain Drools.
public final class PlainRules {

    private PlainRules() {}

    /// Compiles a file of DRL to the executable model.
    ///
    /// @param beside a class in whose package the file lies
    /// @throws IllegalStateException if it can't be read or does not compile
    public static KieBase compile(Class<?> beside, String file) {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        files.write(
                "src/main/resources/plain/" + file,
                services.getResources().newByteArrayResource(read(beside, file)).setSourcePath(file));
        KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) {
            throw new IllegalStateException("The plain rules do not compile: %s"
                    .formatted(errors.stream().map(Message::getText).toList()));
        }
        return services.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase();
    }

    private static byte[] read(Class<?> beside, String file) {
        try (InputStream drl = Objects.requireNonNull(beside.getResourceAsStream(file))) {
            return drl.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("The plain rules can't be read.", e);
        }
    }
}
