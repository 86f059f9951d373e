package org.sealpost.peers;

import java.io.IOException;

/** One row of the table, tried with one peer. */
@FunctionalInterface
interface Trial {

    /** Tries, and fails when something other comes out than went in. */
    void with(Peer peer) throws IOException;
}
