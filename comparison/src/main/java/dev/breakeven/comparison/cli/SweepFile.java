package dev.breakeven.comparison.cli;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.report.SweepTable;
import dev.breakeven.comparison.verdict.Sweep;
import dev.breakeven.comparison.verdict.Sweeping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/**
 * The table of a sweep on disk, which grows by a row as soon as a point is there, so that a sweep that is interrupted goes on where
 * it was. What may have been changed without being named in the table, such as a file of the user's, is found out by running
 * its first point again.
 */
final class SweepFile {

    private final Path path;
    private final SweepTable table;
    private final Map<List<BigDecimal>, Sweep.Point> known;

    private SweepFile(Path path, SweepTable table, Map<List<BigDecimal>, Sweep.Point> known) {
        this.path = path;
        this.table = table;
        this.known = known;
    }

    /** Begins a table, or takes one up again. */
    static SweepFile open(Path path, SweepTable table, Sweeping sweeping) throws IOException, BadInputException {
        if (!Files.exists(path) || Files.size(path) == 0) {
            Files.writeString(path, table.head());
            return new SweepFile(path, table, Map.of());
        }
        String whole = Files.readString(path);
        // A row that was being written when the last run ended has no line end, and its point is run again.
        String rows = whole.substring(0, whole.lastIndexOf('\n') + 1);
        Map<List<BigDecimal>, Sweep.Point> known = table.read(path.toString(), rows);
        for (Sweep.Point point : known.values().stream().limit(1).toList()) {
            if (!sweeping.point(point.at()).equals(point)) {
                throw new BadInputException(path + " is of a sweep that came out otherwise, for instance with another"
                        + " version of a file; give a file that is not there yet.");
            }
        }
        if (rows.length() < whole.length()) {
            Files.writeString(path, rows);
        }
        return new SweepFile(path, table, known);
    }

    Map<List<BigDecimal>, Sweep.Point> known() {
        return known;
    }

    void add(Sweep.Point point) {
        try {
            Files.writeString(path, table.row(point), StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be written any more", e);
        }
    }
}
