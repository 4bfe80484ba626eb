package io.plimsoll.rules.engine;

import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.rules.diagnostic.Diagnostics;
import io.plimsoll.rules.fence.BytecodeFence;
import io.plimsoll.rules.fence.CheckedClasses;
import io.plimsoll.rules.fence.RulePlaces;
import io.plimsoll.rules.source.RuleSetSource;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.compiler.kie.builder.impl.KieContainerImpl;
import org.drools.compiler.kie.builder.impl.KieModuleKieProject;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.modelcompiler.CanonicalKieModule;
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
    private static final String CLASS = ".class";
    private static final AtomicLong RELEASES = new AtomicLong();
    private static final AtomicLong COMPILATIONS = new AtomicLong();

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

    /// How often rules were compiled in this process.
    static long compilations() {
        return COMPILATIONS.get();
    }

    // Builds are serialised: Drools keeps state that is shared by all builders of a process.
    static synchronized SharedContainer compile(RuleSetSource source, ReleaseId release) {
        return prepared(() -> {
            COMPILATIONS.incrementAndGet();
            RulePlaces places = RuleFiles.read(source);
            InternalKieModule module = build(source, release, new CompilingClassLoader());
            CheckedClasses checked = BytecodeFence.check(classes(module), places);
            String digest = rules(source).digest();
            return new SharedContainer(
                    container(module, checked), digest, CompiledClasses.of(digest, models(module), checked));
        });
    }

    /// A container of what was compiled before, which passes the fence once more.
    ///
    /// @throws IllegalArgumentException if it is not what these rules were compiled to
    static synchronized SharedContainer load(RuleSetSource source, CompiledClasses kept, ReleaseId release) {
        return prepared(() -> {
            String digest = rules(source).digest();
            CheckedClasses checked = BytecodeFence.check(kept.files(), RuleFiles.read(source));
            if (!kept.rulesDigest().equals(digest) || !kept.models().stream().allMatch(checked::contains)) {
                throw new IllegalArgumentException("These are not the classes of the rules %s.".formatted(digest));
            }
            InternalKieModule module =
                    new CanonicalKieModule(new KeptModule(release, phases(KieServices.get())), kept.models());
            return new SharedContainer(container(module, checked), digest, kept);
        });
    }

    private static SharedContainer prepared(Supplier<SharedContainer> work) {
        MeteredComponents.require();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Snapshot.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /// Names of the classes that describe rules, as Drools has listed them after the version of the list.
    private static List<String> models(InternalKieModule module) {
        byte[] list = module.getBytes(CanonicalKieModule.getModelFileWithGAV(module.getReleaseId()));
        return new String(list, StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .filter(name -> !name.isBlank())
                .toList();
    }

    /// Compiles the rules, and loads nothing that is compiled from them.
    static InternalKieModule build(RuleSetSource source, ReleaseId release, ClassLoader loader) {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(release);
        RuleSetSource rules = rules(source);
        for (String path : rules.paths()) {
            files.write(RESOURCES + path, rules.text(path, new Diagnostics()).orElseThrow());
        }
        CompileProblems problems = new CompileProblems(rules);
        KieBuilder builder =
                ((InternalKieBuilder) services.newKieBuilder(files, loader)).withKModuleModel(phases(services));
        try {
            builder.buildAll(ExecutableModelProject.class);
        } catch (RuntimeException e) {
            throw problems.failed(e);
        }
        problems.throwIfAny(builder.getResults().getMessages(Message.Level.ERROR), RESOURCES);
        return (InternalKieModule) builder.getKieModule();
    }

    /// Everything that was compiled, but for the description of the module, which is written from its release
    /// alone and is not needed: the rules are looked up in a list of names.
    static Map<String, byte[]> classes(InternalKieModule module) {
        String description = CanonicalKieModule.getProjectModelClassNameNameWithReleaseId(module.getReleaseId())
                        .replace('.', '/')
                + CLASS;
        Map<String, byte[]> classes = new HashMap<>();
        for (String path : module.getFileNames()) {
            if (path.endsWith(CLASS) && !path.equals(description)) {
                classes.put(path, module.getBytes(path));
            }
        }
        return classes;
    }

    /// A container that loads checked classes, whatever the module holds by now.
    static KieContainer container(InternalKieModule module, CheckedClasses checked) {
        return new KieContainerImpl(
                new KieModuleKieProject(module, new RuleClassLoader(checked)),
                KieServices.get().getRepository());
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

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
