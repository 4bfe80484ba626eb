package io.plimsoll.service.book.market;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// A mark that was sent and has no price, such as zero: whoever sent it is not to be relied on for now.
///
/// @param id the instrument or asset
/// @param source who sent it
/// @param price what was to be the price
public record RefusedMark(String id, String source, String price) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// Those in a batch that was refused, as far as they can be told.
    static List<RefusedMark> in(byte[] body) {
        List<RefusedMark> refused = new ArrayList<>();
        for (JsonNode mark : marks(body)) {
            JsonNode price = mark.path("price");
            boolean isTold = mark.path("id").isTextual()
                    && mark.path("source").isTextual()
                    && (price.isTextual() || price.isNumber());
            if (isTold && !isPrice(price.asText())) {
                refused.add(new RefusedMark(
                        mark.path("id").textValue(), mark.path("source").textValue(), price.asText()));
            }
        }
        return refused;
    }

    private static Iterable<JsonNode> marks(byte[] body) {
        try {
            return JSON.readTree(body).path("marks");
        } catch (IOException e) {
            return List.of();
        }
    }

    private static boolean isPrice(String text) {
        try {
            return new BigDecimal(text).signum() > 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
