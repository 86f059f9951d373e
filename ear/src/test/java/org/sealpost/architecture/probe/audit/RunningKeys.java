package org.sealpost.architecture.probe.audit;

/** Stands for the holder of the escrow key, and for the wrapping of stored secrets. */
final class RunningKeys {
    private RunningKeys() {}

    static byte[] escrowKey() {
        return new byte[0];
    }

    /** Stands for the class of that name. */
    static final class KeyWrap {
        private KeyWrap() {}

        static byte[] unwrap() {
            return new byte[0];
        }
    }
}
