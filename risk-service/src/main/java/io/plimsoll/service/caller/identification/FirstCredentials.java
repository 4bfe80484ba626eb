package io.plimsoll.service.caller.identification;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What the first start says, once and for all.
final class FirstCredentials {

    private FirstCredentials() {}

    /// The secrets as lines for a shell, because they are needed there next.
    static String text(List<Issued> issued) {
        return """

                Plimsoll has made a credential for each role. The secrets are shown now and never again; keep them.
                `./plimsoll credentials` adds and revokes. In a shell, these lines make the examples of README.md work:

                %s
                """.formatted(issued.stream().map(FirstCredentials::line).collect(Collectors.joining("\n")));
    }

    private static String line(Issued issued) {
        return "  export PLIMSOLL_%s=%s"
                .formatted(
                        issued.credential().id().toUpperCase(Locale.ROOT),
                        issued.secret().text());
    }
}
