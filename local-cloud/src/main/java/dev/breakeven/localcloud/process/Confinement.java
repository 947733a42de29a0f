package dev.breakeven.localcloud.process;

import java.io.IOException;
import java.util.Optional;

/**
 * What a process tree is held to from its first instruction on.
 *
 * @param groups where its control group is made
 * @param share of the CPU; all there is if empty, or if no control group can be made
 */
public record Confinement(ControlGroups groups, Optional<CpuShare> share) {

    /** No group, and so no share. */
    public static final Confinement NONE = of(new ControlGroups.Unavailable("none was asked for"));

    /** A group of its own, and all of the CPU. */
    static Confinement of(ControlGroups groups) {
        return new Confinement(groups, Optional.empty());
    }

    /** The group, made and limited, with nobody in it. */
    Optional<ControlGroup> create() throws IOException {
        Optional<ControlGroup> group = groups.create();
        if (group.isPresent() && share.isPresent()) {
            try {
                group.get().limit(share.get());
            } catch (IOException e) {
                group.get().close();
                throw e;
            }
        }
        return group;
    }
}
