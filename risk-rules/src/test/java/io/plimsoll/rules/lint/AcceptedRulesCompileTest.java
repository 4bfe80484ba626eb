package io.plimsoll.rules.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.drools.model.codegen.ExecutableModelProject;
import org.junit.jupiter.api.Test;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;

/// The rule language is no smaller than it seems: whatever the linter accepts here, Drools compiles.
class AcceptedRulesCompileTest {

    @Test
    void whatIsAcceptedCompiles() throws IOException {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem()
                .generateAndWritePomXML(services.newReleaseId("io.plimsoll.test", "accepted", "1"));
        for (String name : LintCases.in("accepted").toList()) {
            String ownPackage = "package rules.of_" + name.replace(".drl", "").replace('-', '_');
            String text = LintCases.read("accepted", name).replaceFirst("(?m)^package \\w+", ownPackage);
            files.write("src/main/resources/rules/" + name, text);
        }

        KieBuilder builder = services.newKieBuilder(files, getClass().getClassLoader());
        builder.buildAll(ExecutableModelProject.class);

        assertThat(builder.getResults().getMessages(Message.Level.ERROR)).isEmpty();
        services.getRepository().removeKieModule(builder.getKieModule().getReleaseId());
    }
}
