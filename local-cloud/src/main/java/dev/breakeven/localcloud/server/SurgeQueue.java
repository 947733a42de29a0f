package dev.breakeven.localcloud.server;

/**
 * What a Classic Load Balancer does when every server is busy: requests wait in it, first come first served, and those beyond the
 * queue's length are refused with 503. An Application Load Balancer has none, and sends all of them on.
 *
 * @param perServer requests that a server is given at a time
 * @param length requests that wait
 */
public record SurgeQueue(int perServer, int length) {

    /** A Classic Load Balancer's (AWS re:Post, "Troubleshoot Classic Load Balancer capacity issues"). */
    public static final int CLASSIC_LENGTH = 1_024;

    public SurgeQueue {
        if (perServer < 1 || length < 0) {
            throw new IllegalArgumentException(
                    "The surge queue gives each server " + perServer + " requests at a time and has a" + " length of "
                            + length + "; accepted is 1 and up, and a length of 0 and up");
        }
    }
}
