package io.plimsoll.service.record.chain;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/// The Ed25519 key (RFC 8032) that signs checkpoints. Immutable; shows nothing of the private key but to its
/// file.
public final class CheckpointKey {

    private static final String LABEL = "PRIVATE KEY";
    private static final Set<PosixFilePermission> OWNER_ONLY = EnumSet.of(OWNER_READ, OWNER_WRITE);

    private final PrivateKey secret;
    private final PublicCheckpointKey shown;

    private CheckpointKey(KeyPair pair) {
        this.secret = pair.getPrivate();
        this.shown = PublicCheckpointKey.of(pair.getPublic().getEncoded());
    }

    /// A new key.
    public static CheckpointKey generate() {
        try {
            return new CheckpointKey(
                    KeyPairGenerator.getInstance(PublicCheckpointKey.ALGORITHM).generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw unavailable(e);
        }
    }

    /// Reads a PEM file with one PKCS#8 `PRIVATE KEY`, as [#write] or `openssl genpkey -algorithm ed25519`
    /// makes it.
    ///
    /// @throws IOException if it can't be read, holds no such key, or can be read by others than its owner; the
    ///     message says which
    public static CheckpointKey read(Path file) throws IOException {
        requireOwnerOnly(file);
        try {
            PrivateKey secret = KeyFactory.getInstance(PublicCheckpointKey.ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(Pem.read(file, LABEL)));
            return new CheckpointKey(
                    SeededPair.of(((EdECPrivateKey) secret).getBytes().orElseThrow()));
        } catch (GeneralSecurityException e) {
            throw new IOException(
                    "The file %s holds no Ed25519 key. Maybe it is a key for another algorithm.".formatted(file), e);
        }
    }

    /// Writes the key to a new file that its owner alone can read, and waits until it is on the disk.
    ///
    /// @throws IOException if it can't be written, or is there already: a key is never overwritten
    public void write(Path file) throws IOException {
        FileAttribute<?>[] attributes = hasPermissions(file)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
        Set<StandardOpenOption> options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, options, attributes)) {
            ByteBuffer text =
                    ByteBuffer.wrap(Pem.text(LABEL, secret.getEncoded()).getBytes(US_ASCII));
            while (text.hasRemaining()) {
                channel.write(text);
            }
            channel.force(true);
        }
    }

    /// Its id, which checkpoints name.
    public String id() {
        return shown.id();
    }

    /// What others need to verify its signatures.
    public PublicCheckpointKey publicKey() {
        return shown;
    }

    /// A signed checkpoint of a chain's head.
    ///
    /// @throws IllegalArgumentException if the chain is empty
    public SignedCheckpoint sign(ChainHead head, Instant at) {
        return sign(new Checkpoint(head.sequence(), head.hash(), at, id()));
    }

    /// The checkpoint, signed.
    ///
    /// @throws IllegalArgumentException if it names another key
    public SignedCheckpoint sign(Checkpoint checkpoint) {
        if (!checkpoint.key().equals(id())) {
            throw new IllegalArgumentException(
                    "The checkpoint names the key (%s), and this one is %s. Maybe the key was changed."
                            .formatted(checkpoint.key(), id()));
        }
        try {
            Signature signature = Signature.getInstance(PublicCheckpointKey.ALGORITHM);
            signature.initSign(secret);
            signature.update(checkpoint.json());
            return new SignedCheckpoint(checkpoint, signature.sign());
        } catch (GeneralSecurityException e) {
            throw unavailable(e);
        }
    }

    @Override
    public String toString() {
        return id();
    }

    private static void requireOwnerOnly(Path file) throws IOException {
        if (hasPermissions(file) && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
            throw new IOException(
                    "The file %s can be read by others than its owner. Maybe run chmod 600 on it.".formatted(file));
        }
    }

    private static boolean hasPermissions(Path file) {
        return Files.getFileAttributeView(file, PosixFileAttributeView.class) != null;
    }

    private static IllegalStateException unavailable(GeneralSecurityException e) {
        return new IllegalStateException("Every Java platform has Ed25519, but this one has not.", e);
    }
}
