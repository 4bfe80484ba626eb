package io.plimsoll.service.live.webhook;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// HMAC with SHA-256 by its definition (RFC 2104), and not by the JDK's.
final class PlainHmac {

    private static final int BLOCK = 64;

    private PlainHmac() {}

    /// @param key of at most 64 bytes
    static byte[] sha256(byte[] key, byte[] message) {
        byte[] padded = Arrays.copyOf(key, BLOCK);
        return hash(pad(padded, 0x5c), hash(pad(padded, 0x36), message));
    }

    private static byte[] pad(byte[] key, int with) {
        byte[] padded = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            padded[i] = (byte) (key[i] ^ with);
        }
        return padded;
    }

    private static byte[] hash(byte[] first, byte[] second) {
        try {
            ByteArrayOutputStream both = new ByteArrayOutputStream();
            both.writeBytes(first);
            both.writeBytes(second);
            return MessageDigest.getInstance("SHA-256").digest(both.toByteArray());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
