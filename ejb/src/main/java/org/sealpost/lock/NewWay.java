package org.sealpost.lock;

import java.util.List;
import org.sealpost.model.OpeningWay;
import org.sealpost.model.SealedMasterKey;

/** A way to open the master key that is not stored yet, with the master key sealed to it; nothing in it is secret. */
record NewWay(OpeningWay way, List<SealedMasterKey> sealed) {
    NewWay {
        sealed = List.copyOf(sealed);
    }
}
