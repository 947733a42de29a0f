package dev.breakeven.localcloud.process;

/** Takes what a process prints, on either stream, as it comes. */
public interface OutputSink {

    /** The first bytes of an array that will be used again. */
    void accept(byte[] chunk, int length);

    /** There will be no more. */
    void end();

    /** Takes it and keeps nothing. */
    static OutputSink nowhere() {
        return new OutputSink() {
            @Override
            public void accept(byte[] chunk, int length) {}

            @Override
            public void end() {}
        };
    }
}
