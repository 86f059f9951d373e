package org.sealpost.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The processor time that the server has used, user and system, in seconds: as Linux counts it, in hundredths. */
record ServerCpu(long process) {
    private static final double TICKS = 100;
    private static final int USER = 11;
    private static final int SYSTEM = 12;

    double used() throws IOException {
        String line = Files.readString(Path.of("/proc/" + process + "/stat"));
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM])) / TICKS;
    }
}
