package dev.breakeven.localcloud.function;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a function is set up, within Lambda's own limits.
 *
 * @param handler {@code package.Class} or {@code package.Class::method}
 * @param memoryMegabytes bounds the heap and is told to the function; no CPU share follows from it here
 * @param timeout how long one invocation may take
 * @param environment what the function finds beside the variables that Lambda sets; where both name one, Lambda's holds
 */
public record FunctionConfiguration(
        String handler, int memoryMegabytes, Duration timeout, Map<String, String> environment) {

    private static final int MEMORY_MIN = 128;
    private static final int MEMORY_MAX = 10_240;
    private static final Duration TIMEOUT_MAX = Duration.ofMinutes(15);

    public FunctionConfiguration {
        environment = Map.copyOf(environment);
        if (handler.isBlank() || handler.contains("/")) {
            throw new IllegalArgumentException("The handler \"" + handler
                    + "\" is not a class; accepted is package.Class or package.Class::method");
        }
        if (memoryMegabytes < MEMORY_MIN || memoryMegabytes > MEMORY_MAX) {
            throw new IllegalArgumentException("A function has from " + MEMORY_MIN + " to " + MEMORY_MAX
                    + " MB of memory, not " + memoryMegabytes + " MB");
        }
        if (!timeout.isPositive() || timeout.compareTo(TIMEOUT_MAX) > 0) {
            throw new IllegalArgumentException(
                    "A function's timeout is above zero and up to 15 minutes, not " + timeout);
        }
    }

    /** One whole core's worth of memory and 30 seconds, as far as an API in front would wait. */
    public static FunctionConfiguration of(String handler) {
        return new FunctionConfiguration(handler, 1769, Duration.ofSeconds(30), Map.of());
    }

    public FunctionConfiguration withMemoryMegabytes(int megabytes) {
        return new FunctionConfiguration(handler, megabytes, timeout, environment);
    }

    public FunctionConfiguration withTimeout(Duration limit) {
        return new FunctionConfiguration(handler, memoryMegabytes, limit, environment);
    }

    public FunctionConfiguration withEnvironment(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(environment);
        more.put(name, value);
        return new FunctionConfiguration(handler, memoryMegabytes, timeout, more);
    }

    /** The class that the handler names. */
    String handlerClass() {
        int method = handler.indexOf("::");
        return method < 0 ? handler : handler.substring(0, method);
    }
}
