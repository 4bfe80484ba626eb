package io.plimsoll.rules.engine;

import java.util.concurrent.atomic.AtomicInteger;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieContainer;

/// The generated classes of a set of rules, shared by all versions that differ in numbers alone. The last
/// user frees them.
final class SharedContainer {

    private final KieContainer container;
    private final String rulesDigest;
    private final CompiledClasses classes;
    private final AtomicInteger users = new AtomicInteger(1);

    SharedContainer(KieContainer container, String rulesDigest, CompiledClasses classes) {
        this.container = container;
        this.rulesDigest = rulesDigest;
        this.classes = classes;
    }

    /// What was compiled.
    CompiledClasses classes() {
        return classes;
    }

    /// Content digest of the rule files.
    String rulesDigest() {
        return rulesDigest;
    }

    KieBase base(String name) {
        return container.getKieBase(name);
    }

    /// One user more, who is a user already by another version.
    SharedContainer share() {
        users.incrementAndGet();
        return this;
    }

    void release() {
        if (users.decrementAndGet() == 0) {
            container.dispose();
        }
    }
}
