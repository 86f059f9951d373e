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

    /** An offset at which all of them are free now. */
    public static int freeOffset() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(1_000, 20_000))
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
