package org.sealpost.recovery;

import org.sealpost.approval.Requested;

/**
 * A recovery or release that was asked for. The code is shown now and kept nowhere; it counts when the officers have
 * agreed.
 *
 * @param requested number of the request, and how many have to agree
 * @param address of the mailbox
 * @param code the token for the owner, or the code for whoever fetches released keys
 */
public record AskedRecovery(Requested requested, String address, String code) {
    /** Without the code. */
    @Override
    public String toString() {
        return "AskedRecovery[" + address + ", " + requested + "]";
    }
}
