package io.plimsoll.rules.engine;

import org.drools.compiler.compiler.io.memory.MemoryFileSystem;
import org.drools.compiler.kie.builder.impl.MemoryKieModule;
import org.kie.api.builder.ReleaseId;
import org.kie.api.builder.model.KieBaseModel;
import org.kie.api.builder.model.KieModuleModel;
import org.kie.internal.builder.KnowledgeBuilderConfiguration;

/// A module without files, whose classes were compiled before.
final class KeptModule extends MemoryKieModule {

    private static final long serialVersionUID = 1L;

    KeptModule(ReleaseId release, KieModuleModel model) {
        super(release, model, new MemoryFileSystem());
    }

    /// Drools looks its own functions up, which rules can't see; a compiler would have left it a
    /// configuration that did.
    @Override
    public KnowledgeBuilderConfiguration createBuilderConfiguration(KieBaseModel base, ClassLoader loader) {
        return super.createBuilderConfiguration(base, new CompilingClassLoader());
    }
}
