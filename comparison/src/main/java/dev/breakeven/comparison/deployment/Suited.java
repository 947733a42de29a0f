package dev.breakeven.comparison.deployment;

import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.service.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * The deployments that a service can run on, the way they run it being there.
 *
 * @param notes a sentence for each way in which it does not run, with those that are left out for it
 */
public record Suited(List<Deployment> deployments, List<String> notes) {

    public Suited {
        deployments = List.copyOf(deployments);
        notes = List.copyOf(notes);
    }

    /** Refuses a service that runs on none of them. */
    public static Suited to(Service service, List<Deployment> asked) throws BadInputException {
        List<Deployment> suited = new ArrayList<>(
                asked.stream().map(deployment -> runBy(service, deployment)).toList());
        List<String> notes = new ArrayList<>();
        if (service.function().isEmpty()) {
            leaveOut(service, true, "function", suited, notes);
        }
        if (service.server().isEmpty()) {
            leaveOut(service, false, "server", suited, notes);
        }
        if (suited.isEmpty()) {
            throw new BadInputException(String.join(" ", notes) + " No deployment is left; name one that runs it as a "
                    + (service.function().isEmpty() ? "server" : "function") + ".");
        }
        return new Suited(suited, notes);
    }

    /** A deployment whose servers work at no more requests at a time than the service does on each. */
    public static Deployment runBy(Service service, Deployment asked) {
        OptionalInt threads = service.server().map(Service.AsServer::threads).orElse(OptionalInt.empty());
        if (threads.isEmpty() || asked.runsFunctions() || !(asked instanceof Deployment.Servers servers)) {
            return asked;
        }
        return servers.withGroup(servers.group().withThreadsAtMost(threads.getAsInt()));
    }

    private static void leaveOut(
            Service service, boolean functions, String way, List<Deployment> suited, List<String> notes) {
        List<Deployment> without = suited.stream()
                .filter(deployment -> deployment.runsFunctions() == functions)
                .toList();
        suited.removeAll(without);
        if (!without.isEmpty()) {
            String names = without.stream().map(Deployment::name).collect(Collectors.joining(" and "));
            notes.add(service.name() + " is not described as a " + way + ": " + names
                    + (without.size() == 1 ? " is" : " are") + " left out.");
        }
    }
}
