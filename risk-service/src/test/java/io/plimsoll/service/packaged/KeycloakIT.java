package io.plimsoll.service.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.service.caller.Role;
import io.plimsoll.service.caller.identification.CredentialFile;
import io.plimsoll.service.caller.identification.Issued;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Callers by the tokens of a real Keycloak. `mvn -Pkeycloak` brings it along; without it, this is skipped.
@EnabledIfSystemProperty(
        named = "plimsoll.keycloak",
        matches = ".+",
        disabledReason = "Run `mvn -Pkeycloak …`: the distribution has 177 MB.")
final class KeycloakIT {

    private static final Path SNAPSHOT = Path.of("../examples/evaluations/margin-call.request.json");
    private static final String LIVE = "/v1/rulesets/live";
    private static final Pattern DOT = Pattern.compile("\\.");

    @TempDir
    private static Path folder;

    private static Keycloak keycloak;
    private static ServiceProcess service;
    private static String embedded;

    @BeforeAll
    static void start() throws Exception {
        Path data = folder.resolve("data");
        Issued issued = Issued.of("left-over", "left-over", Set.of(Role.OMS), Optional.empty());
        new CredentialFile(data.resolve("credentials.csv")).write(List.of(issued.credential()));
        embedded = issued.secret().text();
        keycloak = Keycloak.start(
                Path.of(System.getProperty("plimsoll.keycloak")),
                Path.of("target").resolve("keycloak.log"));
        service = ServiceProcess.start(
                data, "-Dplimsoll.security.mode=oidc", "-Dquarkus.oidc.auth-server-url=" + keycloak.issuer());
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
        if (keycloak != null) {
            keycloak.close();
        }
    }

    @Test
    void aSystemEvaluatesInTheNameOfItsSubject() throws Exception {
        String token = keycloak.ofSystem("oms", "oms-secret");
        HttpResponse<byte[]> decided = evaluate(token, "");
        assertThat(decided.statusCode()).as(text(decided)).isEqualTo(200);
        String decision = decided.headers().firstValue("Location").orElseThrow();
        HttpResponse<byte[]> entry = get(decision, token);
        assertThat(text(entry)).contains("\"by\":\"%s\"".formatted(claim(token, "sub")));
    }

    @Test
    void aRoleMayDoWhatItMayAndNothingElse() throws Exception {
        String officer = keycloak.ofPerson("desk", "ada");
        assertThat(get("/v1/rulesets", officer).statusCode()).isEqualTo(200);
        assertThat(evaluate(officer, "?record=false").statusCode()).isEqualTo(200);
        assertThat(evaluate(officer, "").statusCode()).isEqualTo(403);
        assertThat(get("/v1/decisions/export", officer).statusCode()).isEqualTo(403);
    }

    @Test
    void whoHasNoRoleMayDoNothing() throws Exception {
        assertThat(get(LIVE, keycloak.ofPerson("desk", "nobody")).statusCode()).isEqualTo(403);
    }

    @Test
    void aTokenForAnotherServiceIsRefused() throws Exception {
        assertUnknown(keycloak.ofPerson("another-service", "ada"));
    }

    @Test
    void aTokenWhoseTimeIsOverIsRefused() throws Exception {
        String brief = keycloak.ofPerson("brief", "ada");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertUnknown(brief));
    }

    @Test
    void aTokenThatWasChangedIsRefused() throws Exception {
        String token = keycloak.ofPerson("desk", "ada");
        List<String> parts = DOT.splitAsStream(token).toList();
        String payload = new String(Base64.getUrlDecoder().decode(parts.get(1)), UTF_8).replace("officer", "auditor");
        String changed = Base64.getUrlEncoder().withoutPadding().encodeToString(payload.getBytes(UTF_8));
        String unsigned = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes(UTF_8));
        assertUnknown(parts.get(0) + "." + changed + "." + parts.get(2));
        assertUnknown(unsigned + "." + parts.get(1) + ".");
        assertUnknown(unsigned + "." + changed + "." + parts.get(2));
        assertUnknown(parts.get(0) + "." + parts.get(1));
    }

    @Test
    void theServicesOwnCredentialsAreNone() throws Exception {
        assertUnknown(embedded);
        String basic = Base64.getEncoder().encodeToString(("left-over:" + embedded).getBytes(UTF_8));
        assertThat(service.get(LIVE, "Authorization", "Basic " + basic).statusCode())
                .isEqualTo(401);
        assertThat(service.get(LIVE, "Plimsoll-Person", "ada").statusCode()).isEqualTo(401);
    }

    private static void assertUnknown(String token) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = get(LIVE, token);
        assertThat(response.statusCode()).as(text(response)).isEqualTo(401);
        assertThat(text(response)).contains("urn:plimsoll:problem:unauthenticated");
    }

    private static HttpResponse<byte[]> get(String path, String token) throws IOException, InterruptedException {
        return service.get(path, "Authorization", "Bearer " + token);
    }

    private static HttpResponse<byte[]> evaluate(String token, String query) throws IOException, InterruptedException {
        return service.post(
                "/v1/evaluations" + query,
                "application/json",
                Files.readAllBytes(SNAPSHOT),
                "Authorization",
                "Bearer " + token);
    }

    private static String claim(String token, String name) throws IOException {
        return new ObjectMapper()
                .readTree(Base64.getUrlDecoder()
                        .decode(DOT.splitAsStream(token).toList().get(1)))
                .path(name)
                .asText();
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), UTF_8);
    }
}
