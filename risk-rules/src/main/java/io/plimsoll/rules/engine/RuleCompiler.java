package io.plimsoll.rules.engine;

import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.rules.diagnostic.Diagnostic;
import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.diagnostic.InvalidRuleSetException;
import io.plimsoll.rules.source.RuleSetSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.compiler.kie.builder.impl.KieContainerImpl;
import org.drools.compiler.kie.builder.impl.KieModuleKieProject;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.builder.model.KieModuleModel;
import org.kie.api.runtime.KieContainer;
import org.kie.internal.builder.InternalKieBuilder;

/// Builds a container with one knowledge base for each phase, by the executable model.
final class RuleCompiler {

    static final String THRESHOLDS = "thresholds";
    static final String ACTIONS = "actions";

    private static final String RESOURCES = "src/main/resources/";
    private static final AtomicLong RELEASES = new AtomicLong();

    static {
        // Above ten rules Drools would compile in a pool that has not our class loader.
        setUnlessSet("drools.parallelRulesBuildThreshold", "-1");
        // Left alone, Drools takes rule code for Java 17 on a JDK that it does not know.
        setUnlessSet("drools.dialect.java.compiler.lnglevel", "21");
    }

    private RuleCompiler() {}

    static ReleaseId newRelease() {
        return KieServices.get()
                .newReleaseId("io.plimsoll.ruleset", "version", Long.toString(RELEASES.incrementAndGet()));
    }

    // Builds are serialised: Drools keeps state that is shared by all builders of a process.
    static synchronized KieContainer compile(RuleSetSource source, ReleaseId release) {
        MeteredComponents.require();
        ClassLoader loader = Snapshot.class.getClassLoader();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return build(source, release, loader);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static KieContainer build(RuleSetSource source, ReleaseId release, ClassLoader loader) {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(release);
        RuleSetSource rules = rules(source);
        for (String path : rules.paths()) {
            files.write(RESOURCES + path, rules.text(path, new Diagnostics()).orElseThrow());
        }
        KieBuilder builder = ((InternalKieBuilder) services.newKieBuilder(files, loader))
                .withKModuleModel(phases(services))
                .buildAll(ExecutableModelProject.class);
        throwIfErrors(builder.getResults().getMessages(Message.Level.ERROR));
        InternalKieModule module = (InternalKieModule) builder.getKieModule();
        return new KieContainerImpl(new KieModuleKieProject(module, loader), services.getRepository());
    }

    /// The rule files alone.
    static RuleSetSource rules(RuleSetSource source) {
        Map<String, byte[]> rules = new HashMap<>();
        for (String phase : List.of(THRESHOLDS, ACTIONS)) {
            source.paths(phase, ".drl")
                    .forEach(path -> rules.put(path, source.bytes(path).orElseThrow()));
        }
        return RuleSetSource.of(rules);
    }

    private static KieModuleModel phases(KieServices services) {
        KieModuleModel model = services.newKieModuleModel();
        model.newKieBaseModel(THRESHOLDS).addPackage(THRESHOLDS);
        model.newKieBaseModel(ACTIONS).addPackage(ACTIONS);
        return model;
    }

    private static void throwIfErrors(List<Message> messages) {
        Diagnostics diagnostics = new Diagnostics();
        for (Message message : messages) {
            String path = Optional.ofNullable(message.getPath()).orElse("");
            diagnostics.add(Diagnostic.error(
                    "compile",
                    path.startsWith(RESOURCES) ? path.substring(RESOURCES.length()) : path,
                    Math.max(message.getLine(), 0),
                    Math.max(message.getColumn(), 0),
                    message.getText(),
                    "Maybe a field or a type is misspelt; rules/README.md lists them."));
        }
        if (diagnostics.hasErrors()) {
            throw new InvalidRuleSetException(diagnostics.all());
        }
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
