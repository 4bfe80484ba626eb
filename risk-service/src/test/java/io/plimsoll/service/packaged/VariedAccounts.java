package io.plimsoll.service.packaged;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plimsoll.service.evaluation.Examples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;

/// Accounts like those of the examples, each with a name of its own and at marks of its own, from a seed.
final class VariedAccounts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Random random;
    private final List<JsonNode> examples =
            Examples.names().stream().map(VariedAccounts::example).toList();

    VariedAccounts(long seed) {
        this.random = new Random(seed);
    }

    private static JsonNode example(String name) {
        try {
            return JSON.readTree(Examples.request(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The next account, on one line.
    String next(int number) {
        ObjectNode snapshot = examples.get(number % examples.size()).deepCopy();
        ((ObjectNode) snapshot.get("account")).put("id", "account-" + number);
        for (JsonNode mark : snapshot.path("marks")) {
            BigDecimal factor = BigDecimal.valueOf(700 + random.nextInt(600), 3);
            BigDecimal price = new BigDecimal(mark.get("price").asText()).multiply(factor);
            ((ObjectNode) mark)
                    .put("price", price.setScale(6, RoundingMode.HALF_EVEN).toPlainString());
        }
        return snapshot.toString();
    }
}
