package io.plimsoll.service.ruledesk;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.plimsoll.rules.document.json.Sha256;
import io.plimsoll.rules.source.RuleSetSource;
import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.HexFormat;

/// Where no snapshots are recorded, no change has an impact that anybody could know of.
@Singleton
@DefaultBean
final class NothingRecorded implements Impacts {

    private static final Impact EMPTY = new Impact(
            "sha256:" + HexFormat.of().formatHex(Sha256.of("{\"accounts\":0}".getBytes(UTF_8))), 0, BigDecimal.ZERO);

    NothingRecorded() {}

    @Override
    public Impact assess(RuleSetSource base, RuleSetSource content) {
        return EMPTY;
    }
}
