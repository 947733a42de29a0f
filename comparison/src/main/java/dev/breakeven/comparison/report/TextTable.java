package dev.breakeven.comparison.report;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import com.github.freva.asciitable.OverflowBehaviour;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table without lines: headings above, the first columns to the left and numbers to the right. */
final class TextTable {

    /** Two such columns are a screen of 100 with the first one narrow. */
    private static final int WIDTH_MAX = 62;

    private final Column[] columns;
    private final List<String[]> rows = new ArrayList<>();

    /** @param leftColumns how many of the first columns hold words */
    TextTable(int leftColumns, String... headings) {
        columns = new Column[headings.length];
        for (int i = 0; i < headings.length; i++) {
            HorizontalAlign side = i < leftColumns ? HorizontalAlign.LEFT : HorizontalAlign.RIGHT;
            columns[i] = new Column()
                    .header(headings[i])
                    .headerAlign(side)
                    .dataAlign(side)
                    .maxWidth(WIDTH_MAX, OverflowBehaviour.NEWLINE);
        }
    }

    TextTable row(String... cells) {
        rows.add(cells);
        return this;
    }

    @Override
    public String toString() {
        String table = AsciiTable.builder()
                .border(AsciiTable.NO_BORDERS)
                .lineSeparator("\n")
                .data(columns, rows.toArray(String[][]::new))
                .asString();
        return table.lines().map(String::stripTrailing).collect(Collectors.joining("\n"));
    }
}
