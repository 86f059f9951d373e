package org.sealpost.protocol;

/**
 * The Key Manager's answer to an {@link EnrolmentRequest}: certificates and the escrowed encryption keys, sealed to
 * the client's transport key, so that neither a log nor a proxy sees them.
 *
 * @param sealed HPKE encapsulation followed by the ciphertext
 */
@SuppressWarnings("ArrayRecordComponent") // goes over the wire, never compared
public record EnrolmentReply(byte[] sealed) {}
