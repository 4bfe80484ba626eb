package io.plimsoll.rules.engine;

import io.plimsoll.model.snapshot.Snapshot;
import io.plimsoll.rules.fence.BytecodeFence;
import io.plimsoll.rules.fence.CheckedClasses;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.drools.wiring.api.classloader.ProjectClassLoader;
import org.jspecify.annotations.Nullable;

/// Defines the classes of one rule set from the bytes that the fence has checked, and from nothing else, and shows them
/// only what rules need of the platform.
///
/// Drools takes it for its project class loader; what Drools would store or define in that is not stored or defined.
final class RuleClassLoader extends ProjectClassLoader {

    static {
        registerAsParallelCapable();
    }

    private final CheckedClasses classes;

    RuleClassLoader(CheckedClasses classes) {
        super(Snapshot.class.getClassLoader(), null);
        this.classes = classes;
    }

    /// Checked classes come first, so that a name always means what the fence took it for.
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            Optional<byte[]> bytes = classes.bytes(name.replace('.', '/'));
            if (bytes.isPresent()) {
                return defineClass(name, bytes.get(), 0, bytes.get().length);
            }
        }
        if (!BytecodeFence.needs(name)) {
            throw new ClassNotFoundException("Rules can't see this class (%s).".formatted(name));
        }
        return getParent().loadClass(name);
    }

    @Override
    public Class<?> internalLoadClass(String name, boolean resolve) throws ClassNotFoundException {
        return loadClass(name, resolve);
    }

    @Override
    public Class<?> tryDefineType(String name, @Nullable ClassNotFoundException cause) throws ClassNotFoundException {
        return loadClass(name, false);
    }

    @Override
    public Class<?> writeClass(String name, byte[] bytecode) {
        throw new UnsupportedOperationException("Only checked classes are defined (%s).".formatted(name));
    }

    @Override
    public Class<?> defineClass(String name, byte[] bytecode) {
        return writeClass(name, bytecode);
    }

    @Override
    public synchronized Class<?> defineClass(String name, String resourceName, byte[] bytecode) {
        return writeClass(name, bytecode);
    }

    @Override
    public void storeClasses(Map<String, byte[]> classesMap) {
        // Drools hands over what it compiled; the checked copies are there already.
    }

    @Override
    public void storeClass(String name, byte[] bytecode) {
        // As above.
    }

    @Override
    public void storeClass(String name, String resourceName, byte[] bytecode) {
        // As above.
    }

    @Override
    public byte @Nullable [] getBytecode(String resourceName) {
        return resourceName.endsWith(".class")
                ? classes.bytes(resourceName.substring(0, resourceName.length() - ".class".length()))
                        .orElse(null)
                : null;
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        byte[] bytes = getBytecode(name);
        return bytes == null ? null : new ByteArrayInputStream(bytes);
    }

    @Override
    public boolean isDynamic() {
        return true;
    }

    @Override
    public InternalTypesClassLoader makeClassLoader() {
        throw new UnsupportedOperationException("Only checked classes are defined.");
    }
}
