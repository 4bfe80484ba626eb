package io.plimsoll.service;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import org.eclipse.microprofile.config.Config;

/// The running service, from the moment it can be asked until it is told to stop.
public final class PlimsollServer implements QuarkusApplication {

    private final Config config;

    PlimsollServer(Config config) {
        this.config = config;
    }

    @Override
    public int run(String... args) {
        System.out.println(welcome());
        Quarkus.waitForExit();
        return 0;
    }

    private String welcome() {
        String address = "http://%s:%s"
                .formatted(
                        config.getValue("quarkus.http.host", String.class),
                        config.getValue("quarkus.http.port", String.class));
        return """

                Plimsoll serves at %1$s (try it in the browser: %1$s/q/swagger-ui/). Stop it with Ctrl-C.
                Ask it what is to be done about an account:

                  curl -s '%1$s/v1/evaluations?explain=true' -H 'Content-Type: application/json' \\
                    -H "Authorization: Bearer $PLIMSOLL_OMS" --data-binary @examples/evaluations/margin-call.request.json
                """.formatted(address);
    }
}
