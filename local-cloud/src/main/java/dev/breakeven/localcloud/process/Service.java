package dev.breakeven.localcloud.process;

/**
 * Something that answers others and is made of child processes. When the JVM is told to end, it is closed before they are, so that
 * it can end what it has begun.
 */
public final class Service {

    private Service() {}

    /** From now on it is closed at the end of the JVM. */
    public static void opened(AutoCloseable service) {
        StillOpen.service(service);
    }

    /** It has been closed before that. */
    public static void closed(AutoCloseable service) {
        StillOpen.serviceClosed(service);
    }
}
