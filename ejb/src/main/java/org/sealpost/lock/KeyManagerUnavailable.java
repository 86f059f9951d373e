package org.sealpost.lock;

import org.sealpost.protocol.Unavailable;

/** This needs the Key Manager's keys, and they are not in memory; the code tells why. */
public final class KeyManagerUnavailable extends Unavailable {
    private static final long serialVersionUID = 1;

    /**
     * @param state any but {@link KeyManagerState#RUNNING}
     * @param holder the server that holds the service, for PASSIVE; else anything
     */
    KeyManagerUnavailable(KeyManagerState state, String holder) {
        super(
                switch (state) {
                    case NOT_SET_UP -> "key-manager-not-set-up";
                    case LOCKED -> "key-manager-locked";
                    case STOPPED -> "key-manager-stopped";
                    case PASSIVE -> "key-manager-passive";
                    case RUNNING -> throw new IllegalArgumentException("a running Key Manager is available");
                },
                state == KeyManagerState.PASSIVE ? new Object[] {holder} : new Object[0]);
    }
}
