package dev.breakeven.comparison.deployment;

import static dev.breakeven.comparison.deployment.Written.parsed;
import static dev.breakeven.comparison.deployment.Written.required;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.breakeven.comparison.input.BadInputException;
import dev.breakeven.comparison.input.CsvRow;
import dev.breakeven.comparison.input.Folder;
import dev.breakeven.comparison.quantity.Architecture;
import dev.breakeven.comparison.quantity.DurationFormat;
import dev.breakeven.comparison.quantity.Gigabytes;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the servers of a deployment file are, each kind with the keys that users write. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
    @JsonSubTypes.Type(name = "ec2", value = WrittenHost.Instance.class),
    @JsonSubTypes.Type(name = "fargate", value = WrittenHost.Task.class),
    @JsonSubTypes.Type(name = "lightsail", value = WrittenHost.Bundle.class),
    @JsonSubTypes.Type(name = "managed-instances", value = WrittenHost.Managed.class)
})
sealed interface WrittenHost {

    /**
     * What a file's host comes to.
     *
     * @param inputs what was not measured, by its key
     */
    record Read(Hosting hosting, ServerGroup.Host host, Map<String, String> inputs) {}

    Read read() throws BadInputException;

    record Instance(
            @Nullable String type,
            @Nullable Integer vcpus,
            @Nullable String disk,
            @Nullable Integer diskGigabytes,
            @Nullable String credits)
            implements WrittenHost {

        @Override
        public Read read() throws BadInputException {
            String instance = required("type", type);
            int processors = required("vcpus", vcpus);
            String mode = required("credits", credits);
            String terms = mode.equals("none") ? mode : instance + ":" + mode;
            Map<String, String> inputs = new LinkedHashMap<>();
            inputs.put("vcpus", processors + " of " + instance);
            inputs.put("credits", terms);
            return new Read(
                    new Hosting.Ec2(instance, required("disk", disk), required("disk-gigabytes", diskGigabytes)),
                    WrittenHost.host(
                            processors,
                            ServerGroup.UNLIMITED,
                            null,
                            mode.equals("none") ? null : CreditFormat.parse(terms)),
                    inputs);
        }
    }

    /**
     * A task of one of the sizes there are.
     *
     * @param quotaPeriod in which a task of less than one vCPU gets its part of one
     */
    record Task(
            @Nullable BigDecimal vcpu,
            @Nullable String memory,
            @Nullable String architecture,
            @Nullable String quotaPeriod)
            implements WrittenHost {

        @Override
        public Read read() throws BadInputException {
            BigDecimal processors = required("vcpu", vcpu);
            Gigabytes size = parsed("memory", memory, Gigabytes::parse);
            checkSize(processors, size);
            Map<String, String> inputs = new LinkedHashMap<>();
            @Nullable QuotaTerms quota = null;
            if (processors.compareTo(BigDecimal.ONE) < 0) {
                quota = new QuotaTerms(
                        processors.doubleValue(), parsed("quota-period", quotaPeriod, DurationFormat::parse));
                inputs.put("quota-period", processors.toPlainString() + " of a processor in every " + quotaPeriod);
            }
            return new Read(
                    new Hosting.Fargate(processors, size, parsed("architecture", architecture, Architecture::parse)),
                    WrittenHost.host(Math.max(1, processors.intValue()), ServerGroup.UNLIMITED, quota, null),
                    inputs);
        }

        private static void checkSize(BigDecimal vcpu, Gigabytes memory) throws BadInputException {
            String vcpus = vcpu.stripTrailingZeros().toPlainString();
            List<String> sizes = List.of(WrittenHost.row("fargate.csv", "vcpu", vcpus)
                    .text("memory_gigabytes")
                    .split(" ", -1));
            String gigabytes = memory.value().stripTrailingZeros().toPlainString();
            if (!sizes.contains(gigabytes)) {
                throw new IllegalArgumentException("'memory' of a task of " + vcpus + " vCPU is "
                        + String.join(", ", sizes) + " GB, not " + gigabytes + " GB.");
            }
        }
    }

    record Bundle(@Nullable String bundle) implements WrittenHost {

        private static final double MINUTES_PER_DAY = 1_440;

        @Override
        public Read read() throws BadInputException {
            String wanted = required("bundle", bundle);
            CsvRow row = WrittenHost.row("lightsail.csv", "bundle", wanted);
            int vcpus = row.number("vcpus").intValueExact();
            double processors = vcpus * row.number("baseline_percent").doubleValue() / 100;
            Map<String, String> inputs = new LinkedHashMap<>();
            inputs.put("baseline", row.text("baseline_percent") + " % of each of " + vcpus + " vCPUs");
            inputs.put("burst", "what a day of the baseline comes to at most, and none at the launch");
            inputs.put("transfer", row.text("transfer_gigabytes") + " GB a month");
            return new Read(
                    new Hosting.Lightsail(wanted, new Gigabytes(row.number("transfer_gigabytes"))),
                    WrittenHost.host(
                            vcpus,
                            ServerGroup.UNLIMITED,
                            null,
                            new CreditTerms(60 * processors, MINUTES_PER_DAY * processors, 0, false)),
                    inputs);
        }
    }

    record Managed(
            @Nullable String type,
            @Nullable Integer vcpus,
            @Nullable Integer concurrencyPerVcpu) implements WrittenHost {

        @Override
        public Read read() {
            String instance = required("type", type);
            int processors = required("vcpus", vcpus);
            int concurrency = required("concurrency-per-vcpu", concurrencyPerVcpu);
            Map<String, String> inputs = new LinkedHashMap<>();
            inputs.put("type", instance);
            inputs.put("vcpus", processors + " of " + instance);
            inputs.put("concurrency-per-vcpu", concurrency + " requests");
            inputs.put("logs", "for each request what a function writes");
            inputs.put("network", "nothing for disks, addresses and the way to AWS's services");
            return new Read(
                    new Hosting.ManagedInstances(instance),
                    WrittenHost.host(processors, Math.multiplyExact(processors, concurrency), null, null),
                    inputs);
        }
    }

    private static ServerGroup.Host host(
            int vcpus, int threads, @Nullable QuotaTerms quota, @Nullable CreditTerms credits) {
        int queue = threads == ServerGroup.UNLIMITED ? ServerGroup.UNLIMITED : 0;
        return new ServerGroup.Host(vcpus, ServerGroup.Discipline.PS, threads, queue, quota, credits);
    }

    /** The row of a table of ours that has a value in its first column. */
    private static CsvRow row(String file, String column, String value) throws BadInputException {
        List<CsvRow> rows = CsvRow.all(file, Folder.packaged("deployments").read(file));
        return rows.stream()
                .filter(row -> row.textOrEmpty(column).equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + column + "' is "
                        + rows.stream().map(row -> row.textOrEmpty(column)).collect(Collectors.joining(", "))
                        + ", not " + value + "."));
    }
}
