package dev.breakeven.comparison.validation;

import dev.breakeven.comparison.service.Service;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be tried.
 *
 * @param on what kinds of hosting
 * @param fault what is to be wrong with the model
 * @param attempts how often each, until the machine is quiet enough
 */
public record Trials(Set<Kind> on, Fault fault, int attempts) {

    /** Every kind of hosting, and twice more when the machine is too noisy. */
    public static final Trials ALL = new Trials(EnumSet.allOf(Kind.class), Fault.NONE, 3);

    /** A kind of hosting in miniature. */
    public enum Kind {
        /** Functions behind a REST API. */
        FUNCTIONS,
        /** A group of servers that scales, each with a share of a processor, behind a load balancer. */
        SERVERS,
        /** One server on a core of its own. */
        SERVER_CORE;

        /** By which it is asked for. */
        public String option() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Trials {
        on = Set.copyOf(on);
    }

    /** The parts of a service that are tried. */
    Service of(Service asked) {
        boolean servers = on.contains(Kind.SERVERS) || on.contains(Kind.SERVER_CORE);
        return new Service(
                asked.name(),
                on.contains(Kind.FUNCTIONS) ? asked.function() : Optional.empty(),
                servers ? asked.server() : Optional.empty(),
                asked.samples());
    }
}
