package org.sealpost.mime;

/** What becomes of the links in an HTML body. */
public enum LinkMode {
    /** Links to web pages and mail addresses can be followed, without handing over where the reader came from. */
    SHOWN,
    /** No link can be followed: for content whose origin nothing vouches for. */
    REMOVED
}
