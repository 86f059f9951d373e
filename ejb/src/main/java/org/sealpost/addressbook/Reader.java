package org.sealpost.addressbook;

/** Who asks. */
enum Reader {
    /** Nobody who may ask anything. */
    NOBODY,
    /** Somebody without a login, where the organisation lets them ask for whole addresses. */
    STRANGER,
    /** Somebody of the organisation. */
    PERSON
}
