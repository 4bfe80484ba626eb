package io.plimsoll.service.caller.identification;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.plimsoll.rules.document.json.Sha256;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// What a caller has to know: 256 random bits, never chosen by a person. So a plain SHA-256 of it is kept, as
/// there is nothing to guess that a slow hash would protect.
///
/// @param text as it is sent; `plimsoll_` and 43 characters, so that scanners for leaked secrets know it
public record Secret(String text) {

    private static final Pattern FORM = Pattern.compile("plimsoll_[A-Za-z0-9_-]{43}");
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /// A new one.
    public static Secret generate() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return new Secret("plimsoll_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    /// Whether a text could be one.
    static boolean hasForm(String text) {
        return FORM.matcher(text).matches();
    }

    /// What is kept of it: `sha256:` and 64 digits.
    String hash() {
        return "sha256:" + HexFormat.of().formatHex(Sha256.of(text.getBytes(UTF_8)));
    }

    /// Never the text: this may end in a log.
    @Override
    public String toString() {
        return "Secret";
    }
}
