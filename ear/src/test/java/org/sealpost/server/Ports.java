package org.sealpost.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** The ports of one server: HTTPS, revocation lists, management, directory and address book, all moved by the same offset. */
public final class Ports {
    private static final int[] STANDARD = {8443, 8080, 9990, 10389, 10636};

    private Ports() {}

    /**
     * An offset at which all of them are free now. Those of one JVM of tests never meet those of another, whatever is
     * started between asking and binding: their last two digits differ by a multiple of 20, those of standard ports do not.
     */
    public static int freeOffset() {
        int ours = 20 * (Integer.getInteger("sealpost.test.fork", 0) % 5);
        return IntStream.generate(() -> 100 * ThreadLocalRandom.current().nextInt(10, 200) + ours)
                .limit(100)
                .filter(offset -> IntStream.of(STANDARD).allMatch(port -> free(port + offset)))
                .findFirst()
                .orElseThrow();
    }

    private static boolean free(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
