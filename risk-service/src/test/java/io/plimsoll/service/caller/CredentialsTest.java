package io.plimsoll.service.caller;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.service.caller.identification.Credential;
import io.plimsoll.service.caller.identification.CredentialFile;
import io.plimsoll.service.caller.identification.Issued;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A credential of the service's own lets in whoever shows it, as long as it is in the file and its time is
/// not over.
@QuarkusTest
@TestProfile(Guarded.class)
final class CredentialsTest {

    private static final String LIVE = "/v1/rulesets/live";
    private static final Path SNAPSHOT = Path.of("../examples/evaluations/margin-call.request.json");

    /// `$` stands for a secret of the role oms that is known.
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "Bearer $                            , 200",
                "bearer $                            , 200",
                "BEARER  $                           , 200",
                "Basic oms:$                         , 200",
                "basic oms:$                         , 200",
                "Basic officer:$                     , 401",
                "Basic :$                            , 401",
                "Basic $                             , 401",
                "Basic oms:                          , 401",
                "Basic                               , 401",
                "Bearer                              , 401",
                "Bearer x$                           , 401",
                "Bearer $x                           , 401",
                "Bearer $ $                          , 401",
                "$                                   , 401",
                "Digest $                            , 401",
                "Bearer plimsoll_                    , 401",
                "Bearer plimsoll_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA, 401",
                "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJvbXMiLCJncm91cHMiOlsib21zIl19., 401"
            })
    void onlyTheSecretItselfLetsIn(String header, int status) {
        String secret = Guarded.secret("oms");
        String text = header.replace("$", secret);
        if (text.regionMatches(true, 0, "basic ", 0, 6) && text.length() > 6) {
            text = "Basic "
                    + Base64.getEncoder().encodeToString(text.substring(6).getBytes(UTF_8));
        }
        Response response = given().header("Authorization", text).get(LIVE);
        assertThat(response.statusCode()).isEqualTo(status);
        if (status == 401) {
            AccessTest.assertUnknown(response);
            assertThat(response.asString()).doesNotContain(secret);
        }
    }

    @Test
    void twoHeadersAreNoHeader() {
        String header = "Bearer " + Guarded.secret("oms");
        AccessTest.assertUnknown(given().header("Authorization", header, header).get(LIVE));
    }

    @Test
    void aSecretInTheQueryOrInACookieIsNone() {
        String secret = Guarded.secret("oms");
        AccessTest.assertUnknown(given().queryParam("access_token", secret).get(LIVE));
        AccessTest.assertUnknown(
                given().cookie("Authorization", "Bearer " + secret).get(LIVE));
    }

    @Test
    void oneWhoseTimeIsOverLetsNobodyIn() {
        AccessTest.assertUnknown(Guarded.with(Guarded.secret(Guarded.EXPIRED)).get(LIVE));
    }

    @Test
    void oneIsKnownAfterItWasAddedAndUnknownAfterItWasRevokedWhileTheServiceRuns() throws IOException {
        CredentialFile file = Guarded.credentials();
        List<Credential> before = file.read();
        Issued issued = Issued.of("temporary", "tom", Set.of(Role.AUDITOR), Optional.empty());
        RequestSpecification tom = Guarded.with(issued.secret().text());
        AccessTest.assertUnknown(tom.get(LIVE));
        List<Credential> more = new ArrayList<>(before);
        more.add(issued.credential());
        try {
            file.write(more);
            await(() -> assertThat(tom.get(LIVE).statusCode()).isEqualTo(200));
            await(() -> assertThat(lastRecorded())
                    .contains("{\"id\":\"temporary\",\"person\":\"tom\",\"roles\":[\"auditor\"]}")
                    .doesNotContain(issued.credential().secretHash()));
        } finally {
            file.write(before);
        }
        await(() -> AccessTest.assertUnknown(tom.get(LIVE)));
        await(() ->
                assertThat(lastRecorded()).contains("\"kind\":\"credentials\"").doesNotContain("temporary"));
    }

    @Test
    void aFileThatCantBeReadLeavesEverybodyKnown() throws IOException {
        CredentialFile file = Guarded.credentials();
        String before = Files.readString(file.path());
        try {
            Files.writeString(file.path(), before.replace("roles", "rolls"));
            // Long enough for it to be read, more than once.
            Awaitility.await()
                    .during(Duration.ofMillis(1_500))
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> Guarded.as(Role.OMS).get(LIVE).statusCode() == 200);
        } finally {
            Files.writeString(file.path(), before);
        }
    }

    @Test
    void aDecisionSaysInWhoseNameItWasAskedFor() throws IOException {
        Response decided = Guarded.as(Role.OMS)
                .contentType("application/json")
                .body(Files.readAllBytes(SNAPSHOT))
                .post("/v1/evaluations");
        assertThat(decided.statusCode()).isEqualTo(200);
        Response entry = Guarded.as(Role.AUDITOR).get(decided.header("Location"));
        assertThat(entry.statusCode()).isEqualTo(200);
        assertThat(entry.asString()).contains("\"by\":\"oms\"");
    }

    @Test
    void whoAsksWhatWouldBeLeavesNoDecision() throws IOException {
        Response decided = Guarded.as(Role.OFFICER)
                .contentType("application/json")
                .body(Files.readAllBytes(SNAPSHOT))
                .post("/v1/evaluations?record=false");
        assertThat(decided.statusCode()).isEqualTo(200);
        assertThat(decided.header("Location")).isNull();
    }

    private static String lastRecorded() {
        List<String> lines = Guarded.as(Role.AUDITOR)
                .get("/v1/decisions/export")
                .asString()
                .lines()
                .filter(line -> line.contains("\"kind\":\"credentials\""))
                .toList();
        return lines.isEmpty() ? "" : lines.getLast();
    }

    private static void await(org.awaitility.core.ThrowingRunnable assertion) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(assertion);
    }
}
