package org.sealpost.architecture.probe.audit;

import java.io.IOException;
import java.io.ObjectInputStream;

/** Takes the escrow key, unwraps a secret, deserialises and prints. */
final class SnoopHelper {
    private SnoopHelper() {}

    static int snoop(ObjectInputStream input) throws IOException {
        System.out.println(RunningKeys.escrowKey().length + RunningKeys.KeyWrap.unwrap().length);
        return input.read();
    }
}
