package io.plimsoll.service.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LineSplitterTest {

    private static final String STREAM = "one\r\n\ntwo\n \t\r\n12345678\n123456789\n12345678\r\nthree";

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 1_000})
    void cutsTheSameLinesHoweverTheyArrive(int chunk) {
        LineSplitter splitter = new LineSplitter(8);
        for (int i = 0; i < STREAM.length(); i += chunk) {
            splitter.append(Buffer.buffer(STREAM.substring(i, Math.min(STREAM.length(), i + chunk))));
        }
        splitter.end();

        assertThat(lines(splitter))
                .containsExactly("1 one", "3 two", "5 12345678", "6 too long", "7 12345678", "8 three");
    }

    @Test
    void hasNoLineUntilItEnds() {
        LineSplitter splitter = new LineSplitter(8);
        splitter.append(Buffer.buffer("on"));
        assertThat(splitter.hasNext()).isFalse();

        splitter.append(Buffer.buffer("e\n"));
        assertThat(lines(splitter)).containsExactly("1 one");
        assertThat(splitter.end()).isFalse();
    }

    private static List<String> lines(LineSplitter splitter) {
        List<String> lines = new ArrayList<>();
        while (splitter.hasNext()) {
            BodyLine line = splitter.poll().orElseThrow();
            lines.add(line.number() + " " + (line.text() == null ? "too long" : line.text()));
        }
        return lines;
    }
}
