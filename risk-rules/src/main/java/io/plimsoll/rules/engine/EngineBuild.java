package io.plimsoll.rules.engine;

import io.plimsoll.model.snapshot.Snapshot;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.drools.base.util.Drools;

/// Tells apart what compiles rules: what one build has made, no other loads.
public final class EngineBuild {

    private static final String NAME = name();

    private EngineBuild() {}

    /// Names the JDK, Drools, and the jars of the model and of the rules by their content. Where these are no
    /// jars, as in a test, the name is this process's own.
    public static String current() {
        return NAME;
    }

    private static String name() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("%s\n%s\n"
                    .formatted(Runtime.version(), Drools.getFullVersion())
                    .getBytes(StandardCharsets.UTF_8));
            digest.update(jar(Snapshot.class));
            digest.update(jar(EngineBuild.class));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must have SHA-256, but this one has not.", e);
        }
    }

    private static byte[] jar(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        try {
            Path jar = source == null || source.getLocation() == null
                    ? Path.of("")
                    : Path.of(source.getLocation().toURI());
            if (Files.isRegularFile(jar)) {
                return Files.readAllBytes(jar);
            }
        } catch (URISyntaxException | IllegalArgumentException | IOException e) {
            // As where there is none.
        }
        ProcessHandle process = ProcessHandle.current();
        return "%d %s".formatted(process.pid(), process.info().startInstant()).getBytes(StandardCharsets.UTF_8);
    }
}
