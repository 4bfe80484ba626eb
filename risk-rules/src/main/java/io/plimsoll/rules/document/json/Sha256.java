package io.plimsoll.rules.document.json;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The SHA-256 of bytes.
public final class Sha256 {

    private Sha256() {}

    /// The 32 bytes of the digest.
    public static byte[] of(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must have SHA-256, but this one has not.", e);
        }
    }
}
