package dev.breakeven.benchmarks;

import java.nio.file.Path;
import java.util.List;

/** What a JVM may find of an earlier run of the same program. */
public enum ClassArchive {
    NONE {
        @Override
        List<String> made(Path file) {
            return List.of();
        }

        @Override
        List<String> used(Path file) {
            return List.of();
        }
    },

    /** Its classes, parsed: application class-data sharing. */
    CDS {
        @Override
        List<String> made(Path file) {
            return List.of("-XX:ArchiveClassesAtExit=" + file);
        }

        @Override
        List<String> used(Path file) {
            return List.of("-XX:SharedArchiveFile=" + file);
        }
    },

    /** Its classes, linked, and a profile of what they did (JEP 483, 514 and 515). */
    AOT {
        @Override
        List<String> made(Path file) {
            return List.of("-XX:AOTCacheOutput=" + file);
        }

        @Override
        List<String> used(Path file) {
            return List.of("-XX:AOTCache=" + file);
        }
    };

    /** Options of the run that leaves it behind when it ends. */
    abstract List<String> made(Path file);

    /** Options of a run that finds it. */
    abstract List<String> used(Path file);
}
