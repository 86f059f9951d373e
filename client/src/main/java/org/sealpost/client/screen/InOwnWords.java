package org.sealpost.client.screen;

/** A failure that brings its words along, because somebody else put it into words already. */
public interface InOwnWords {
    /** As it was put. */
    Failure inWords();
}
