package dev.breakeven.comparison.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LongHeapTest {

    @Test
    void gives_back_in_order_what_a_priority_queue_does() {
        Random random = new Random(1);
        LongHeap heap = new LongHeap();
        PriorityQueue<Long> expected = new PriorityQueue<>();
        for (int i = 0; i < 100_000; i++) {
            if (expected.isEmpty() || random.nextInt(5) < 3) {
                long due = random.nextInt(1_000);
                // What it is follows from when it is due, so that both can be compared in spite of ties.
                heap.add(due, 10 * due);
                expected.add(due);
            } else {
                long due = expected.remove();
                assertThat(heap.nextDue()).isEqualTo(due);
                assertThat(heap.remove()).isEqualTo(10 * due);
            }
            assertThat(heap.size()).isEqualTo(expected.size());
        }
    }

    @Test
    void an_empty_one_has_nothing_due() {
        assertThat(new LongHeap().nextDue()).isEqualTo(LongHeap.NONE);
    }
}
