package dev.breakeven.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;

/**
 * Where to listen, read once from the environment and checked at once: a server that starts has settings that work.
 *
 * @param host a name or an address of this machine; {@code 0.0.0.0} is all of its addresses
 * @param port 0 takes any that is free
 */
public record ServerSettings(String host, int port) {

    private static final int PORT_MAX = 65_535;

    public ServerSettings {
        if (port < 0 || port > PORT_MAX) {
            throw new IllegalArgumentException(portWanted(Integer.toString(port)));
        }
        try {
            InetAddress.getByName(host);
        } catch (UnknownHostException unknown) {
            throw new IllegalArgumentException(
                    "HOST is '" + host + "', which has no address; give a name or an address of this machine.",
                    unknown);
        }
    }

    /** {@code PORT} and {@code HOST}, as platforms that start servers set them; 8080 on all addresses if they do not. */
    public static ServerSettings from(Map<String, String> environment) {
        return new ServerSettings(
                environment.getOrDefault("HOST", "0.0.0.0"), port(environment.getOrDefault("PORT", "8080")));
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(portWanted(text), notANumber);
        }
    }

    private static String portWanted(String found) {
        return "PORT is '" + found + "'; give a number from 0 to " + PORT_MAX + ", where 0 takes any free port.";
    }
}
