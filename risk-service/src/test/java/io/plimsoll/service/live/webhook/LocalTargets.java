package io.plimsoll.service.live.webhook;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;

/// A service that is configured with two targets on this machine: one that the test answers for, and one that
/// takes connections and never answers.
public final class LocalTargets implements QuarkusTestProfile {

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Servers.class));
    }

    /// Both, there before the service starts.
    public static final class Servers implements QuarkusTestResourceLifecycleManager {

        private final HttpServer alive;
        private final ServerSocket dead;

        public Servers() {
            try {
                InetAddress here = InetAddress.ofLiteral("127.0.0.1");
                alive = HttpServer.create(new InetSocketAddress(here, 0), 0);
                dead = new ServerSocket(0, 50, here);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Map<String, String> start() {
            return Map.of(
                    "plimsoll.webhook.allowed-hosts",
                    "hooks.example.com,127.0.0.1",
                    "plimsoll.webhook.timeout",
                    "3s",
                    "plimsoll.webhook.retry-most",
                    "2s",
                    "plimsoll.webhooks.\"alive\".url",
                    "http://127.0.0.1:%d/hook?token=hidden"
                            .formatted(alive.getAddress().getPort()),
                    "plimsoll.webhooks.\"alive\".secret",
                    "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA," + GivenTarget.SECRET,
                    "plimsoll.webhooks.\"dead\".url",
                    "http://127.0.0.1:%d/".formatted(dead.getLocalPort()),
                    "plimsoll.webhooks.\"dead\".secret",
                    GivenTarget.SECRET);
        }

        @Override
        public void inject(TestInjector injector) {
            injector.injectIntoFields(alive, new TestInjector.MatchesType(HttpServer.class));
        }

        @Override
        public void stop() {
            alive.stop(0);
            try {
                dead.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
