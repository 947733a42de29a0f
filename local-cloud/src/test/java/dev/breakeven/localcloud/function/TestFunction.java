package dev.breakeven.localcloud.function;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Does what the first word of its event says, so that one package serves all tests. */
public final class TestFunction implements RequestStreamHandler {

    private static final long SPIN_NANOS = Duration.ofMillis(500).toNanos();

    private final AtomicInteger calls = new AtomicInteger();

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        String event = new String(input.readAllBytes(), UTF_8);
        String argument = event.substring(event.indexOf(' ') + 1);
        String answer = switch (event.substring(0, (event + " ").indexOf(' '))) {
            case "echo" -> argument;
            case "count" -> Integer.toString(calls.incrementAndGet());
            case "environment" -> String.join("\n", System.getenv().keySet());
            case "variable" -> String.valueOf(System.getenv(argument));
            case "property" -> System.getProperty(argument);
            case "context" ->
                context.getAwsRequestId() + " " + context.getInvokedFunctionArn() + " " + context.getMemoryLimitInMB();
            case "remaining" -> Integer.toString(context.getRemainingTimeInMillis());
            case "pid" -> Long.toString(ProcessHandle.current().pid());
            case "size" -> "x".repeat(Integer.parseInt(argument));
            case "spin" -> Long.toString(spin());
            case "throw" -> throw new IllegalArgumentException(argument);
            case "exit" -> exit(Integer.parseInt(argument));
            case "hang" -> hang();
            default -> throw new IOException("What is " + event + "?");
        };
        output.write(answer.getBytes(UTF_8));
    }

    private static long spin() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        while (threads.getCurrentThreadCpuTime() - before < SPIN_NANOS) {
            Thread.onSpinWait();
        }
        return threads.getCurrentThreadCpuTime() - before;
    }

    private static String exit(int status) {
        System.exit(status);
        return "";
    }

    static String hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "";
    }

    /** Fails in its constructor. */
    public static final class FailsInInit implements RequestStreamHandler {

        public FailsInInit() {
            throw new IllegalStateException("no database");
        }

        @Override
        public void handleRequest(InputStream input, OutputStream output, Context context) {}
    }

    /** Ends its process in its constructor. */
    public static final class ExitsInInit implements RequestStreamHandler {

        public ExitsInInit() {
            System.out.println("giving up");
            System.exit(3);
        }

        @Override
        public void handleRequest(InputStream input, OutputStream output, Context context) {}
    }

    /** Never leaves its constructor. */
    public static final class HangsInInit implements RequestStreamHandler {

        public HangsInInit() {
            hang();
        }

        @Override
        public void handleRequest(InputStream input, OutputStream output, Context context) {}
    }
}
