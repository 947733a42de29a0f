package dev.breakeven.core.compresstest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToLongFunction;

/** What the further codecs make of a content. */
final class FurtherSizes {

    private FurtherSizes() {}

    /**
     * What one of them made of it.
     *
     * @param name as answers have it
     * @param nanos that it took by itself
     */
    record Size(String name, long bytes, long nanos) {}

    /** All that this machine has, as many at a time as there are processors. */
    static List<Size> of(byte[] content) {
        List<CompletableFuture<Optional<Size>>> asked = new ArrayList<>();
        for (FurtherCodec codec : FurtherCodec.values()) {
            asked.add(CompletableFuture.supplyAsync(
                    () -> size(codec.answerName(), codec::compressedBytes, content), Helpers.THREADS));
        }
        return asked.stream().flatMap(size -> size.join().stream()).toList();
    }

    /** Nothing where a codec's native code is not made for the machine: the answer then goes without it. */
    static Optional<Size> size(String name, ToLongFunction<byte[]> codec, byte[] content) {
        long began = System.nanoTime();
        try {
            long bytes = codec.applyAsLong(content);
            return Optional.of(new Size(name, bytes, System.nanoTime() - began));
        } catch (LinkageError notForThisMachine) {
            return Optional.empty();
        }
    }
}
