package io.plimsoll.service.ruledesk;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Seals what the service keeps in the database for itself, so that nobody who can write there can have it
/// load something else: HMAC-SHA-256 by a secret that is made when it is first needed and never leaves the
/// data folder.
@Singleton
final class Seal {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SECRET_BYTES = 32;

    private final Path folder;

    Seal(@ConfigProperty(name = "plimsoll.data") Path folder) {
        this.folder = folder;
    }

    /// The seal of something.
    ///
    /// @param what says which thing it is, so that none is taken for another
    /// @throws UncheckedIOException if the secret can be neither read nor made
    byte[] of(String what, byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret(), ALGORITHM));
            mac.update("%d %s\n".formatted(what.length(), what).getBytes(UTF_8));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform must have HmacSHA256, but this one has not.", e);
        }
    }

    /// Whether a seal is that of something.
    boolean isOf(byte[] seal, String what, byte[] content) {
        return MessageDigest.isEqual(seal, of(what, content));
    }

    private byte[] secret() {
        Path file = folder.resolve("seal-secret");
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return HexFormat.of().parseHex(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void make(Path file) throws IOException {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        Files.createDirectories(folder);
        // Written aside: another process must not read the half of it. Nobody else may read such a file.
        Path aside = Files.createTempFile(folder, "seal", "");
        Files.writeString(aside, HexFormat.of().formatHex(secret), StandardOpenOption.WRITE);
        try {
            Files.createLink(file, aside);
        } catch (FileAlreadyExistsException e) {
            // Another process was faster; its secret is the one.
        } finally {
            Files.delete(aside);
        }
    }
}
