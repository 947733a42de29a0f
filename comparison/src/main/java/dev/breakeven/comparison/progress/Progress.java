package dev.breakeven.comparison.progress;

/** Is told how far a long stage has come. */
public interface Progress {

    /** A stage begins; the one before is over. */
    void begin(String stage);

    /** The part of the stage that is done, from 0 to 1. */
    void done(double part);

    Progress SILENT = new Progress() {
        @Override
        public void begin(String stage) {}

        @Override
        public void done(double part) {}
    };
}
