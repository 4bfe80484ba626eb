package io.plimsoll.service.record.chain;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.plimsoll.rules.document.json.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// An Ed25519 key (RFC 8032) that tells whether a checkpoint was signed by the private one. Immutable.
public final class PublicCheckpointKey {

    static final String ALGORITHM = "Ed25519";

    /// What stands before the 32 bytes of the key itself (RFC 8410).
    private static final byte[] SPKI_START = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int KEY_LENGTH = 32;
    private static final int ID_LENGTH = 16;

    private final String id;
    private final byte[] spki;
    private final PublicKey key;

    private PublicCheckpointKey(byte[] spki, PublicKey key) {
        this.id = HexFormat.of().formatHex(Sha256.of(spki)).substring(0, ID_LENGTH);
        this.spki = spki;
        this.key = key;
    }

    /// The key that an encoding stands for.
    ///
    /// @param spki its SubjectPublicKeyInfo in DER: 44 bytes
    /// @throws IllegalArgumentException if it is no Ed25519 key, or one that verifies more than it should
    public static PublicCheckpointKey of(byte[] spki) {
        byte[] copy = spki.clone();
        if (copy.length != SPKI_START.length + KEY_LENGTH
                || !Arrays.equals(copy, 0, SPKI_START.length, SPKI_START, 0, SPKI_START.length)
                || !Points.isSound(Arrays.copyOfRange(copy, SPKI_START.length, copy.length))) {
            throw noKey(null);
        }
        try {
            return new PublicCheckpointKey(
                    copy, KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(copy)));
        } catch (GeneralSecurityException e) {
            throw noKey(e);
        }
    }

    /// Reads a PEM file with one `PUBLIC KEY`.
    ///
    /// @throws IOException if it can't be read, or holds no such key; the message says which
    public static PublicCheckpointKey read(Path file) throws IOException {
        try {
            return of(Pem.read(file, "PUBLIC KEY"));
        } catch (IllegalArgumentException e) {
            throw new IOException("The file %s holds no key: %s".formatted(file, e.getMessage()), e);
        }
    }

    /// The first 16 hexadecimal digits of the SHA-256 of its encoding.
    public String id() {
        return id;
    }

    /// The key as text, for `--key` of `verify`.
    public String pem() {
        return Pem.text("PUBLIC KEY", spki);
    }

    /// The line of an export that shows the key, without a line break.
    public byte[] line() {
        return ("{\"key\":{\"id\":\"" + id + "\",\"algorithm\":\"" + ALGORITHM + "\",\"publicKey\":\""
                        + Base64.getEncoder().encodeToString(spki) + "\"}}")
                .getBytes(US_ASCII);
    }

    /// Whether the checkpoint names this key and was signed by it.
    public boolean verifies(SignedCheckpoint signed) {
        byte[] bytes = signed.signature();
        // The library is lenient about points that are written in a second way; a second verifier need not be.
        if (!signed.checkpoint().key().equals(id) || !Points.isReduced(Arrays.copyOf(bytes, KEY_LENGTH))) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(signed.checkpoint().json());
            return signature.verify(bytes);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PublicCheckpointKey same && Arrays.equals(same.spki, spki);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(spki);
    }

    @Override
    public String toString() {
        return id;
    }

    private static IllegalArgumentException noKey(@Nullable Throwable cause) {
        return new IllegalArgumentException(
                "These bytes are no Ed25519 public key. Maybe they are a key for another algorithm.", cause);
    }
}
