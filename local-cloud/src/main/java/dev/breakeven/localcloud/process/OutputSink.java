package dev.breakeven.localcloud.process;

/** Takes what a process prints, on either stream, as it comes. */
@FunctionalInterface
public interface OutputSink {

    /** The first bytes of an array that will be used again. */
    void accept(byte[] chunk, int length);
}
