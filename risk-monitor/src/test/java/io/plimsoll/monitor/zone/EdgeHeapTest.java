package io.plimsoll.monitor.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class EdgeHeapTest {

    private static final int HOLDINGS = 200;

    @Test
    void givesTheLowestEdgeFirstWhateverWasPutMovedAndRemoved() {
        Random random = new Random(20_261_123);
        EdgeHeap.Places places = new EdgeHeap.Places();
        places.reserve(HOLDINGS);
        EdgeHeap heap = new EdgeHeap(places);
        Map<Integer, Double> plain = new HashMap<>();
        for (int i = 0; i < 100_000; i++) {
            int holding = random.nextInt(HOLDINGS);
            switch (random.nextInt(4)) {
                case 0, 1 -> {
                    double edge = random.nextInt(50);
                    heap.put(holding, edge);
                    plain.put(holding, edge);
                }
                case 2 -> {
                    heap.remove(holding);
                    plain.remove(holding);
                }
                default -> {
                    if (!plain.isEmpty()) {
                        double lowest = Collections.min(plain.values());
                        assertThat(heap.lowest()).isEqualTo(lowest);
                        assertThat(plain.remove(heap.poll())).isEqualTo(lowest);
                    }
                }
            }
            assertThat(heap.isEmpty()).isEqualTo(plain.isEmpty());
            if (!plain.isEmpty()) {
                assertThat(heap.lowest()).isEqualTo(Collections.min(plain.values()));
            }
        }
    }
}
