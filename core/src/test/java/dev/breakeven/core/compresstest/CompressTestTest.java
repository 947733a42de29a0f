package dev.breakeven.core.compresstest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.breakeven.core.Form;
import dev.breakeven.core.Request;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompressTestTest {

    private static final long KIB = 1 << 10;
    private static final long MIB = 1 << 20;

    private final CompressTest compressTest = new CompressTest();

    @Test
    void the_answer_has_the_sizes_by_these_names() {
        assertThat(new String(
                        compressTest
                                .handle(Form.text("abcabcabcabcabcabcabcabc"))
                                .body(),
                        UTF_8))
                .isEqualTo("""
                        {"original_size":24,"gzip_size":25,"bzip_size":40,"deflate_size":7,"zlib_size":13}""");
    }

    @Test
    void how_long_each_codec_took_is_in_a_header() {
        assertThat(compressTest
                        .handle(Form.text("abc"))
                        .headers()
                        .first("Server-Timing")
                        .orElse(""))
                .matches("deflate;dur=\\d+\\.\\d, bzip2;dur=\\d+\\.\\d");
    }

    /**
     * Twice the content to take it out of the form, 6 MiB; nine times a block of 900 kB for each of bzip2's two parts, 16; and 4
     * more for a part that repeats itself so much that it is sorted another way. Not all of it is held at once, so that this
     * bounds the memory of a request from above.
     */
    @ParameterizedTest
    @EnumSource(names = {"TEXT_OF_3_MIB", "ZEROS_OF_3_MIB", "RANDOM_OF_3_MIB"})
    void a_request_of_three_mebibytes_allocates_at_most_twenty_eight(Sample sample) {
        assertThat(allocatedBytes(Form.file(sample.bytes()))).isBetween(3 * MIB, 28 * MIB);
    }

    /** Nine times a block of 100 kB, and as much again for tables of a fixed size; a block of 900 kB would take 8 MiB. */
    @Test
    void a_request_of_one_kilobyte_allocates_at_most_two_mebibytes() {
        assertThat(allocatedBytes(Form.file(Sample.ZEROS_OF_1_KB.bytes()))).isBetween(KIB, 2 * MIB);
    }

    /** By all threads, since one of them does not work alone; the least of three, since others have work of their own. */
    private long allocatedBytes(Request request) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long before = threads.getTotalThreadAllocatedBytes();
            assertThat(compressTest.handle(request).status()).isEqualTo(200);
            least = Math.min(least, threads.getTotalThreadAllocatedBytes() - before);
        }
        return least;
    }
}
