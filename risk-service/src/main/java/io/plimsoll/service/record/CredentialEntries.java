package io.plimsoll.service.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.plimsoll.rules.document.json.JsonWriter;
import io.plimsoll.service.background.Repeating;
import io.plimsoll.service.caller.Role;
import io.plimsoll.service.caller.identification.Credential;
import io.plimsoll.service.caller.identification.Credentials;
import io.plimsoll.service.record.chain.Hashes;
import io.plimsoll.service.store.Store;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Writes down who is known to the service, whenever that has changed: an entry of kind `credentials`.
@Singleton
final class CredentialEntries {

    /// As written.
    ///
    /// @param digest of what is known, by which a change is noticed
    /// @param known all credentials, by id
    record CredentialsEntry(String digest, List<KnownEntry> known) {}

    /// One credential, as written.
    ///
    /// @param id its own name
    /// @param person whose it is
    /// @param roles what it lets them do
    /// @param expires when it ends
    record KnownEntry(
            String id,
            String person,
            List<String> roles,
            @Nullable Instant expires) {}

    private static final String KIND = "credentials";
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Credentials credentials;
    private final Store store;
    private final Repeating repeating = new Repeating("credential-entries", EVERY, this::write);
    private List<Credential> written = List.of();

    CredentialEntries(Credentials credentials, Store store) {
        this.credentials = credentials;
        this.store = store;
    }

    void start(@Observes StartupEvent event) {
        repeating.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        repeating.stop();
    }

    private void write() {
        List<Credential> known = credentials.all().stream()
                .sorted(Comparator.comparing(Credential::id))
                .toList();
        if (known.equals(written)) {
            return;
        }
        // Of the hashes too: a new secret under an old name is a change.
        String digest = Hashes.of(known.toString().getBytes(UTF_8));
        store.write(sql -> {
            if (isNews(sql, digest)) {
                RecordTail.append(sql, KIND, Instant.now(), JsonWriter.write(entry(digest, known)));
            }
            return known;
        });
        written = known;
    }

    private static boolean isNews(Handle sql, String digest) {
        return sql.createUpdate("""
                        insert into credentials_recorded (digest) values (:digest)
                        on conflict (single) do update set digest = :digest where credentials_recorded.digest <> :digest
                        """).bind("digest", digest).execute() > 0;
    }

    private static CredentialsEntry entry(String digest, List<Credential> known) {
        return new CredentialsEntry(
                digest,
                known.stream()
                        .map(each -> new KnownEntry(
                                each.id(),
                                each.person(),
                                each.roles().stream().map(Role::id).toList(),
                                each.expires().orElse(null)))
                        .toList());
    }
}
