package org.sealpost.quorum;

/**
 * What is to be opened and why: a contribution made for one task serves no other.
 *
 * @param request the request that was approved, any text
 * @param sealed an HPKE ciphertext: 65 bytes of encapsulation, then ciphertext and tag
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record OpeningTask(String request, byte[] sealed) {}
