package io.plimsoll.service.live.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What a target knows the sender by.
final class Secret {

    private static final String PREFIX = "whsec_";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private Secret(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /// @param text `whsec_` and 24 to 64 bytes in Base64
    /// @throws IllegalArgumentException with a sentence that says how to mend it, and nothing of the secret
    static Secret of(String text) {
        byte[] key = decode(text);
        if (key.length < SHORTEST || key.length > LONGEST) {
            throw new IllegalArgumentException(
                    "it must be of %d to %d bytes, and is of %d. Maybe draw one: echo whsec_$(openssl rand -base64 32)"
                            .formatted(SHORTEST, LONGEST, key.length));
        }
        return new Secret(key);
    }

    private static byte[] decode(String text) {
        try {
            if (text.startsWith(PREFIX)) {
                return Base64.getDecoder().decode(text.substring(PREFIX.length()));
            }
        } catch (IllegalArgumentException _) {
            // Whose message would quote it.
        }
        throw new IllegalArgumentException(
                "it must be whsec_ and Base64. Maybe draw one: echo whsec_$(openssl rand -base64 32)");
    }

    /// The signature of a message, with its version.
    ///
    /// @param timestamp seconds since 1970
    String sign(String id, long timestamp, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] signature =
                    mac.doFinal("%s.%d.%s".formatted(id, timestamp, body).getBytes(UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has HMAC with SHA-256.", e);
        }
    }

    @Override
    public String toString() {
        return "a secret";
    }
}
