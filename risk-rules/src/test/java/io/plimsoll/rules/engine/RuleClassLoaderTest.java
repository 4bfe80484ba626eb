package io.plimsoll.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.model.account.Account;
import io.plimsoll.rules.fence.BytecodeFence;
import io.plimsoll.rules.fence.CheckedClasses;
import io.plimsoll.rules.fence.RulePlaces;
import io.plimsoll.rules.source.RuleSetSource;
import io.plimsoll.rules.source.Sources;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.compiler.kie.builder.impl.MemoryKieModule;
import org.drools.modelcompiler.CanonicalKieModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kie.api.KieServices;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;

class RuleClassLoaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.plimsoll.rules.live.LiveRuleSet",
                "io.plimsoll.rules.live.RuleSetWatcher",
                "io.plimsoll.rules.engine.CompiledRules",
                "io.plimsoll.rules.fence.BytecodeFence",
                "io.plimsoll.model.snapshot.Snapshot",
                "io.plimsoll.model.sizing.LiquidationSizing",
                "java.lang.ProcessBuilder",
                "java.lang.Process",
                "java.lang.Runtime",
                "java.lang.Thread",
                "java.lang.ClassLoader",
                "java.lang.ServiceLoader",
                "java.lang.reflect.Method",
                "java.lang.invoke.MethodHandles",
                "java.io.File",
                "java.io.ObjectInputStream",
                "java.nio.file.Files",
                "java.net.URL",
                "java.net.Socket",
                "java.net.http.HttpClient",
                "java.util.ServiceLoader",
                "java.util.Timer",
                "java.util.concurrent.Executors",
                "javax.naming.InitialContext",
                "javax.script.ScriptEngineManager",
                "sun.misc.Unsafe",
                "jdk.internal.misc.Unsafe",
                "com.fasterxml.jackson.databind.ObjectMapper",
                "org.yaml.snakeyaml.Yaml",
                "org.kie.api.KieServices",
                "org.kie.api.runtime.KieSession",
                "org.kie.api.runtime.rule.RuleContext",
                "org.drools.model.Drools",
                "org.drools.core.impl.InternalRuleBase",
                "org.drools.compiler.kie.builder.impl.InternalKieModule"
            })
    void rulesCannotSee(String name) {
        RuleClassLoader loader = empty();

        assertThatThrownBy(() -> loader.loadClass(name)).isInstanceOf(ClassNotFoundException.class);
        assertThatThrownBy(() -> Class.forName(name, false, loader)).isInstanceOf(ClassNotFoundException.class);
        assertThat(loader.getResourceAsStream(name.replace('.', '/') + ".class"))
                .isNull();
    }

    @Test
    void rulesSeeTheirFacts() throws ClassNotFoundException {
        assertThat(empty().loadClass("io.plimsoll.model.account.Account")).isSameAs(Account.class);
    }

    /// The module is what was checked, and holds other bytes by the time that classes are loaded.
    @Test
    void bytesThatAreSwappedAfterTheCheckAreNotLoaded() throws ClassNotFoundException {
        RuleSetSource source = Sources.standard();
        ReleaseId release = RuleCompiler.newRelease();
        InternalKieModule module = RuleCompiler.build(source, release, new CompilingClassLoader());
        Map<String, byte[]> classes = RuleCompiler.classes(module);
        Map<String, byte[]> before = new HashMap<>();
        classes.forEach((path, bytes) -> before.put(path, bytes.clone()));
        CheckedClasses checked = BytecodeFence.check(classes, RuleFiles.read(source));

        for (String path : classes.keySet()) {
            Arrays.fill(classes.get(path), (byte) 0);
            ((MemoryKieModule) ((CanonicalKieModule) module).getInternalKieModule())
                    .getMemoryFileSystem()
                    .write(path, new byte[] {0}, true);
        }
        assertThat(RuleCompiler.classes(module).values()).allMatch(bytes -> bytes.length == 1);

        KieContainer container = RuleCompiler.container(module, checked);
        assertThat(container.getKieBase(RuleCompiler.THRESHOLDS).getKiePackages())
                .isNotEmpty();
        for (String path : before.keySet()) {
            String name = path.substring(0, path.length() - ".class".length());
            Class<?> loaded = container.getClassLoader().loadClass(name.replace('/', '.'));
            assertThat(loaded.getClassLoader()).isInstanceOf(RuleClassLoader.class);
            assertThat(checked.bytes(name)).hasValue(before.get(path));
        }
        container.dispose();
        KieServices.get().getRepository().removeKieModule(release);
    }

    @Test
    void whatIsStoredOrDefinedLaterIsNotLoaded() {
        RuleClassLoader loader = empty();
        byte[] bytes = {1};

        loader.storeClass("rules.Late", bytes);
        loader.storeClass("rules.Late", "rules/Late.class", bytes);
        loader.storeClasses(Map.of("rules/Late.class", bytes));

        assertThat(loader.getBytecode("rules/Late.class")).isNull();
        assertThatThrownBy(() -> loader.loadClass("rules.Late")).isInstanceOf(ClassNotFoundException.class);
        assertThatThrownBy(() -> loader.defineClass("rules.Late", bytes))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> loader.writeClass("rules.Late", bytes))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(loader::makeClassLoader).isInstanceOf(UnsupportedOperationException.class);
    }

    private static RuleClassLoader empty() {
        return new RuleClassLoader(BytecodeFence.check(Map.of(), new RulePlaces()));
    }
}
