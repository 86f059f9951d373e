package org.sealpost.fuzz;

/** Where Jazzer comes in; {@code src/bin/fuzz} starts it. */
public final class Fuzzing {

    private static final Target TARGET = Target.valueOf(System.getProperty("sealpost.fuzz", Target.CMS.name()));

    private Fuzzing() {}

    /** One input of Jazzer's. Whatever leaves this method is a finding. */
    public static void fuzzerTestOneInput(byte[] input) {
        TARGET.takeOrRefuse(input);
    }
}
