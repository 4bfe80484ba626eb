package io.plimsoll.rules.engine;

import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.rules.fence.BytecodeFence;
import java.util.List;
import java.util.Map;
import org.drools.wiring.api.classloader.ProjectClassLoader;

/// What the compiler resolves names in rules with: it loads the classes that rules may name and the compiler's own, and
/// defines none.
///
/// Drools loads classes while it compiles, to look at them, and loading some of them runs them. Files of other classes
/// can be read here, as the Java
/// compiler must; what is compiled with them has to pass the fence.
final class CompilingClassLoader extends ProjectClassLoader {

    static {
        registerAsParallelCapable();
    }

    private static final List<String> COMPILER = List.of("org.drools.ecj.", "org.drools.core.base.accumulators.");

    CompilingClassLoader() {
        super(Snapshot.class.getClassLoader(), null);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!BytecodeFence.names(name) && COMPILER.stream().noneMatch(name::startsWith)) {
            throw new ClassNotFoundException("Rules can't see this class (%s).".formatted(name));
        }
        return getParent().loadClass(name);
    }

    @Override
    public Class<?> internalLoadClass(String name, boolean resolve) throws ClassNotFoundException {
        return loadClass(name, resolve);
    }

    @Override
    public Class<?> writeClass(String name, byte[] bytecode) {
        throw new UnsupportedOperationException("Nothing is defined before it is checked (%s).".formatted(name));
    }

    @Override
    public Class<?> defineClass(String name, byte[] bytecode) {
        return writeClass(name, bytecode);
    }

    @Override
    public synchronized Class<?> defineClass(String name, String resourceName, byte[] bytecode) {
        return writeClass(name, bytecode);
    }

    /// Drools would load what it stores here.
    @Override
    public void storeClasses(Map<String, byte[]> classesMap) {
        // There is nothing to store: a rule set brings no classes.
    }

    @Override
    public boolean isDynamic() {
        return true;
    }

    @Override
    public InternalTypesClassLoader makeClassLoader() {
        throw new UnsupportedOperationException("Nothing is defined before it is checked.");
    }
}
