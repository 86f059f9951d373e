package org.sealpost.client.admin;

/** How files between Key Managers travel. */
final class TransferMedia {
    /** Their media type (RFC 7193). */
    static final String FILE = "application/cms";

    private TransferMedia() {}
}
