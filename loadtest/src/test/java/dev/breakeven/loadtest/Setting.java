package dev.breakeven.loadtest;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.service.Service;
import dev.breakeven.comparison.service.ServiceFile;
import dev.breakeven.comparison.workload.Workload;
import dev.breakeven.comparison.workload.WorkloadFile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What is set with {@code -D} on the command line. An empty setting counts as none. */
final class Setting {

    private Setting() {}

    /**
     * Reads a number.
     *
     * @throws IllegalArgumentException in one sentence, if it is no number in the range
     */
    static int number(String name, int otherwise, int min, int max) {
        String text = text(name, Integer.toString(otherwise));
        try {
            int value = Integer.parseInt(text);
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw refusal(name, text, min, max, e);
        }
        throw refusal(name, text, min, max, null);
    }

    static String text(String name, String otherwise) {
        String text = System.getProperty(name, "");
        return text.isEmpty() ? otherwise : text;
    }

    /**
     * Of {@code -Dservice}: one of ours by its name, both if there is none, or any in a file. For a URL nothing has to be here that it
     * is run from.
     */
    static Service service() {
        Path home = Path.of(System.getProperty("breakeven.home", "")).toAbsolutePath();
        String name = text("service", "");
        boolean runs = Target.isLocal(text("target", Target.DEFAULT));
        try {
            if (name.isEmpty()) {
                return runs ? ServiceFile.builtIn(home) : ServiceFile.builtInAsked();
            }
            return runs ? ServiceFile.read(name, home) : ServiceFile.asked(name);
        } catch (BadInputException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Of {@code -Dworkload}: a name, a file, or a rate in a word, asking for what the service is asked. */
    static Workload workload(Service service, String otherwise) {
        try {
            Workload workload = WorkloadFile.read(text("workload", otherwise), service.mix());
            service.check(workload.mix());
            return workload;
        } catch (BadInputException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static IllegalArgumentException refusal(
            String name, String text, int min, int max, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "-D" + name + " takes a whole number from " + min + " to " + max + ", not '" + text + "'.", cause);
    }
}
