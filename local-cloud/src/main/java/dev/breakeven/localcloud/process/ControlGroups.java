package dev.breakeven.localcloud.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where this process may make control groups, found by making one: of version 1 or 2, or nowhere, and then why. Making them takes
 * root, or a part of the tree that has been handed to the user, as {@code systemd-run --user --scope -p Delegate=yes} does. Groups that a killed JVM left behind are removed on the way.
 */
public sealed interface ControlGroups {

    /** Version 1. */
    record VersionOne(Path cpu, Path accounting, Path freezer) implements ControlGroups {}

    /** Version 2. */
    record VersionTwo(Path top) implements ControlGroups {}

    /**
     * None can be made.
     *
     * @param why as a clause that can follow "because"
     */
    record Unavailable(String why) implements ControlGroups {}

    /** What this machine has; looked for once. */
    static ControlGroups ofThisMachine() {
        return ControlGroupSearch.FOUND;
    }

    /** A group that nobody is in yet, without a limit; empty where none can be made. */
    default Optional<ControlGroup> create() throws IOException {
        return switch (this) {
            case VersionOne one ->
                Optional.of(StillOpen.opened(() -> VersionOneGroup.create(
                        one.cpu(), one.accounting(), one.freezer(), ControlGroupSearch.nextName())));
            case VersionTwo two ->
                Optional.of(StillOpen.opened(() -> VersionTwoGroup.create(two.top(), ControlGroupSearch.nextName())));
            case Unavailable none -> Optional.empty();
        };
    }
}
