package io.plimsoll.service.caller.identification;

import io.plimsoll.service.background.Repeating;
import io.plimsoll.service.caller.SecuritySettings;
import io.plimsoll.service.caller.SecuritySettings.Mode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// The credentials that are known now. The file is followed, so that one is revoked by taking its line out.
///
/// They are held in memory: who asks is known while the database is away.
@Singleton
public final class Credentials {

    private static final Logger LOG = Logger.getLogger(Credentials.class);
    private static final Duration EVERY = Duration.ofMillis(500);

    private final Mode mode;
    private final CredentialFile file;
    private final Repeating following = new Repeating("credentials", EVERY, this::read);
    private volatile Map<String, Credential> bySecret = Map.of();
    private String lastRefusal = "";

    Credentials(SecuritySettings settings, @ConfigProperty(name = "plimsoll.data") Path data) {
        this.mode = settings.mode();
        this.file = new CredentialFile(settings.credentials().orElse(data.resolve("credentials.csv")));
    }

    void start(@Observes StartupEvent event) throws IOException {
        if (mode != Mode.EMBEDDED) {
            return;
        }
        if (!file.exists()) {
            List<Issued> first = Issued.first();
            file.write(first.stream().map(Issued::credential).toList());
            System.out.println(FirstCredentials.text(first));
        }
        // A file that can't be read at the start keeps the service from starting: nobody could be known.
        take(file.read());
        following.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        following.stop();
    }

    private void read() {
        try {
            take(file.read());
            lastRefusal = "";
        } catch (IOException e) {
            String refusal = String.valueOf(e.getMessage());
            if (!refusal.equals(lastRefusal)) {
                LOG.errorf("The credentials stay as they were, until their file can be read again. %s", refusal);
                lastRefusal = refusal;
            }
        }
    }

    private void take(List<Credential> read) {
        Map<String, Credential> fresh =
                read.stream().collect(Collectors.toUnmodifiableMap(Credential::secretHash, Function.identity()));
        if (!fresh.equals(bySecret)) {
            bySecret = fresh;
            LOG.infof("%d credentials of %s are known.", fresh.size(), file.path());
        }
    }

    /// The credential that was shown, if it is known and its time is not over.
    Optional<Credential> find(Presented shown) {
        return Optional.ofNullable(bySecret.get(shown.secret().hash()))
                .filter(known -> known.isValid(Instant.now()))
                .filter(known -> shown.id().map(known.id()::equals).orElse(true));
    }

    /// All that are known now.
    public List<Credential> all() {
        return List.copyOf(bySecret.values());
    }
}
