package io.plimsoll.service.ruledesk;

import static io.plimsoll.service.ruledesk.DeskClient.ok;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.rules.document.json.Sha256;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a change would do is found on the accounts that were recorded, and is what approvals are for.
@QuarkusTest
@TestProfile(DeskLifeTest.Desk.class)
final class DeskImpactTest {

    private static final String WAS = "retail,major,70 %,80 %";

    private final DeskClient ada = new DeskClient("desk-life", "ada");
    private final DeskClient ben = new DeskClient("desk-life", "ben");

    @Test
    void aLowerLimitCallsWhoIsAboveIt() {
        // A maintenance margin of 1,290 on an equity of 1,622.6: a margin ratio of 0.795.
        String account = RecordedAccounts.record("5622.6");

        Response impact = impact(ada.checked("call earlier", WAS, "retail,major,70 %,79 %"));

        assertThat(top(impact, account)).containsEntry("before", "UNTOUCHED").containsEntry("after", "CALLED");
        assertThat(impact.<Integer>path("changes.newlyCalled")).isPositive();
        assertThat(impact.<List<String>>path("segments.segment")).contains("retail");
        assertThat(impact.<List<String>>path("cash.currency")).contains("USDT");
    }

    @Test
    void aHigherLimitReleasesWhoIsBelowIt() {
        // A margin ratio of 0.80625.
        String account = RecordedAccounts.record("5600");

        Response impact = impact(ada.checked("call later", WAS, "retail,major,70 %,82 %"));

        assertThat(top(impact, account)).containsEntry("before", "CALLED").containsEntry("after", "UNTOUCHED");
    }

    @Test
    void anAccountIsLookedAtAsItWasLast() {
        String account = RecordedAccounts.record("5622.6");
        RecordedAccounts.record(account, "9000", "2024-10-24T12:00:01Z");

        Response impact = impact(ada.checked("call earlier", WAS, "retail,major,70 %,79 %"));

        assertThat(impact.<List<String>>path("top.account")).doesNotContain(account);
    }

    @Test
    void approvalsAreForTheReportThatWasShownWhateverIsRecordedSince() {
        RecordedAccounts.record("5622.6");
        String id = ada.checked("call earlier", WAS, "retail,major,70 %,79 %");
        ok(200, ada.step(id, "submit"));
        Response shown = impact(id);
        RecordedAccounts.record("5622.6");

        assertThat(impact(id).asByteArray()).isEqualTo(shown.asByteArray());
        assertThat(shown.header("Plimsoll-Impact"))
                .isEqualTo(ada.read(id).path("review.impact"))
                .isEqualTo("sha256:" + HexFormat.of().formatHex(Sha256.of(shown.asByteArray())));
        ok(200, ben.approve(id));
    }

    private Response impact(String id) {
        return ok(200, given().get(ada.path(id, "/impact")));
    }

    private static Map<String, String> top(Response impact, String account) {
        List<Map<String, ?>> found = impact.path("top.findAll { it.account == '%s' }".formatted(account));
        assertThat(found).as(impact.asString()).hasSize(1);
        return Map.of("before", standing(found, "before"), "after", standing(found, "after"));
    }

    private static String standing(List<Map<String, ?>> found, String side) {
        return String.valueOf(((Map<?, ?>) found.getFirst().get(side)).get("standing"));
    }
}
