package io.plimsoll.rules.fence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/// Class files, copied before anything looked at them, so that what is defined is what was checked, byte for
/// byte.
///
/// Immutable. Only [BytecodeFence] hands out one whose classes have passed.
public final class CheckedClasses {

    private static final String SUFFIX = ".class";

    private final Map<String, byte[]> classes;

    private CheckedClasses(Map<String, byte[]> classes) {
        this.classes = classes;
    }

    /// A copy of class files.
    ///
    /// @param files by path (`rules/Rules1.class`)
    static CheckedClasses copyOf(Map<String, byte[]> files) {
        Map<String, byte[]> classes = new HashMap<>();
        files.forEach((path, bytes) -> classes.put(path.substring(0, path.length() - SUFFIX.length()), bytes.clone()));
        return new CheckedClasses(classes);
    }

    /// The internal names of all classes.
    Set<String> names() {
        return Set.copyOf(classes.keySet());
    }

    /// Whether a class is one of these.
    ///
    /// @param name with dots
    public boolean contains(String name) {
        return classes.containsKey(name.replace('.', '/'));
    }

    /// Does something with the internal name and a copy of the bytes of every class, sorted by name.
    public void forEach(BiConsumer<String, byte[]> action) {
        new TreeMap<>(classes).forEach((name, bytes) -> action.accept(name, bytes.clone()));
    }

    /// A copy of the bytes of a class, if it is one of these.
    ///
    /// @param internalName its name, with `/`
    public Optional<byte[]> bytes(String internalName) {
        return Optional.ofNullable(classes.get(internalName)).map(byte[]::clone);
    }

    /// SHA-256 over all names and bytes, each preceded by its length, sorted by name.
    ///
    /// @return 64 hexadecimal digits
    public String digest() {
        MessageDigest sha256 = sha256();
        new TreeMap<>(classes).forEach((name, bytes) -> {
            update(sha256, name.getBytes(StandardCharsets.UTF_8));
            update(sha256, bytes);
        });
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static void update(MessageDigest digest, byte[] part) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
        digest.update(part);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must have SHA-256, but this one has not.", e);
        }
    }
}
