package dev.breakeven.comparison.price;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.input.Folder;
import dev.breakeven.comparison.input.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The price lists there are: ours, and those in a folder of the user's, which come before ours where both have a region and day.
 * A list is a file named after both, such as {@code aws-us-east-1-2026-09-30.csv}.
 */
public final class PriceLists {

    /** What we ship. */
    private static final List<String> PACKAGED = List.of(
            "aws-us-east-1-2018-01-01.csv",
            "aws-ap-northeast-1-2026-09-30.csv",
            "aws-eu-central-1-2026-09-30.csv",
            "aws-eu-west-1-2026-09-30.csv",
            "aws-us-east-1-2026-09-30.csv");

    /** Free amounts by the day from which they hold. */
    private static final List<LocalDate> FREE = List.of(LocalDate.of(2026, 9, 30), LocalDate.of(2018, 1, 1));

    private static final Folder OURS = Folder.packaged("prices");
    private static final Pattern NAME = Pattern.compile("aws-([a-z0-9-]+)-(\\d{4}-\\d{2}-\\d{2})\\.csv");
    private static final Pattern DATE = Pattern.compile("\\d{4}(-\\d{2}){0,2}");

    /** A list's file, and where it lies. */
    private record Entry(String file, String region, LocalDate date, Folder folder) {

        static Stream<Entry> of(String file, Folder folder) {
            Matcher name = NAME.matcher(file);
            return name.matches()
                    ? Stream.of(new Entry(file, name.group(1), LocalDate.parse(name.group(2)), folder))
                    : Stream.empty();
        }
    }

    private final List<Entry> entries;

    private PriceLists(List<Entry> entries) {
        this.entries = entries;
    }

    public static PriceLists packaged() {
        return new PriceLists(
                PACKAGED.stream().flatMap(file -> Entry.of(file, OURS)).toList());
    }

    /** Ours, and those in a folder, which need not exist. */
    public static PriceLists with(Path folder) throws BadInputException {
        List<Entry> entries = new ArrayList<>(packaged().entries);
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.sorted()
                        .flatMap(file -> Entry.of(file.getFileName().toString(), Folder.of(folder)))
                        .forEach(entries::add);
            } catch (IOException e) {
                throw new BadInputException(folder + " cannot be read: " + e.getMessage(), e);
            }
        }
        return new PriceLists(entries);
    }

    /** Those that have a list, by name. */
    public List<String> regions() {
        return entries.stream().map(Entry::region).distinct().sorted().toList();
    }

    /** A region's newest list, if it has one. */
    public Optional<PriceList> find(String region) throws BadInputException {
        return entries.stream().anyMatch(entry -> entry.region().equals(region))
                ? Optional.of(newest(region))
                : Optional.empty();
    }

    public PriceList newest(String region) throws BadInputException {
        return read(entriesOf(region).lastEntry().getValue());
    }

    /**
     * A region's list of a day.
     *
     * @param date a day, or a year or month, of which the newest list is taken
     */
    public PriceList of(String region, String date) throws BadInputException {
        NavigableMap<LocalDate, Entry> ofRegion = entriesOf(region);
        return read(ofRegion.descendingMap().values().stream()
                .filter(entry -> entry.date().toString().equals(date)
                        || entry.date().toString().startsWith(date + "-"))
                .findFirst()
                .orElseThrow(() -> new BadInputException("There is no price list of '" + date + "' for " + region
                        + "; there is one of "
                        + ofRegion.keySet().stream().map(LocalDate::toString).collect(Collectors.joining(" and of "))
                        + ".")));
    }

    /** A region's list: of a day, month or year, or in a file of the user's. */
    public PriceList find(String region, String dateOrFile, Path folder) throws BadInputException {
        if (DATE.matcher(dateOrFile).matches()) {
            return of(region, dateOrFile);
        }
        Path file = folder.resolve(dateOrFile);
        if (!Files.isRegularFile(file)) {
            throw new BadInputException(
                    "'" + dateOrFile + "' is neither a day of a price list, such as 2026-09-30, nor a price file.");
        }
        return file(file, region);
    }

    /** A list in a file of any name, for a region unless its name says another; as old as its newest price. */
    private static PriceList file(Path file, String region) throws BadInputException {
        List<Price> prices = PriceFile.prices(
                file.toString(),
                Folder.of(file.resolveSibling("")).read(file.getFileName().toString()));
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (name.matches()) {
            return list(name.group(1), LocalDate.parse(name.group(2)), prices);
        }
        LocalDate newest = prices.stream()
                .flatMap(price -> price.tariff().tiers().stream())
                .map(tier -> tier.evidence().asOf())
                .max(LocalDate::compareTo)
                .orElseThrow(() -> new BadInputException(file + " has no prices in it."));
        return list(region, newest, prices);
    }

    private NavigableMap<LocalDate, Entry> entriesOf(String region) throws BadInputException {
        NavigableMap<LocalDate, Entry> ofRegion = new TreeMap<>();
        entries.stream()
                .filter(entry -> entry.region().equals(region))
                .forEach(entry -> ofRegion.put(entry.date(), entry));
        if (ofRegion.isEmpty()) {
            throw new BadInputException("There is no price list for the region '" + region + "'."
                    + Nearest.question(region, regions()) + " There are lists for " + String.join(", ", regions())
                    + ".");
        }
        return ofRegion;
    }

    private static PriceList read(Entry entry) throws BadInputException {
        List<Price> prices = PriceFile.prices(entry.file(), entry.folder().read(entry.file()));
        return list(entry.region(), entry.date(), prices);
    }

    private static PriceList list(String region, LocalDate date, List<Price> prices) throws BadInputException {
        LocalDate freeSince =
                FREE.stream().filter(since -> !since.isAfter(date)).findFirst().orElse(FREE.getLast());
        String free = "aws-free-" + freeSince + ".csv";
        String rules = "aws-metering.csv";
        return new PriceList(
                region,
                date,
                prices,
                PriceFile.freeAmounts(free, OURS.read(free)),
                PriceFile.rules(rules, OURS.read(rules), date));
    }
}
