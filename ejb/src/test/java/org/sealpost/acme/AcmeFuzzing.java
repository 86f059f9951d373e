package org.sealpost.acme;

/** Where Jazzer comes in: what strangers ask for by ACME, and what they answer by mail. */
public final class AcmeFuzzing {
    private static final AcmeTarget TARGET =
            AcmeTarget.valueOf(System.getProperty("sealpost.fuzz", AcmeTarget.ACME_REQUEST.name()));

    private AcmeFuzzing() {}

    /** One input of Jazzer's. Whatever leaves this method is a finding. */
    public static void fuzzerTestOneInput(byte[] input) {
        TARGET.takeOrRefuse(input);
    }
}
