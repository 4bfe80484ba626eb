package io.plimsoll.service.caller.identification;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a request shows: `Authorization: Bearer <secret>`, or `Basic` with the credential's id and the secret.
///
/// @param id the credential's name, if it was said
/// @param secret what is shown
record Presented(Optional<String> id, Secret secret) {

    private static final String BEARER = "bearer ";
    private static final String BASIC = "basic ";

    /// Reads the header.
    ///
    /// @return empty if that shows nothing that could be known
    static Optional<Presented> read(List<String> headers) {
        if (headers.size() != 1) {
            return Optional.empty();
        }
        String header = headers.getFirst();
        String lower = header.toLowerCase(Locale.ROOT);
        if (lower.startsWith(BEARER)) {
            return of(Optional.empty(), header.substring(BEARER.length()).strip());
        }
        if (lower.startsWith(BASIC)) {
            return basic(header.substring(BASIC.length()).strip());
        }
        return Optional.empty();
    }

    private static Optional<Presented> basic(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), UTF_8);
            // A credential's id may have colons, a secret has none.
            int colon = pair.lastIndexOf(':');
            return colon < 0 ? Optional.empty() : of(Optional.of(pair.substring(0, colon)), pair.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Presented> of(Optional<String> id, String secret) {
        return Secret.hasForm(secret) ? Optional.of(new Presented(id, new Secret(secret))) : Optional.empty();
    }
}
