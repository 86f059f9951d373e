package org.sealpost.certification;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.function.Function;
import org.sealpost.enrolment.EnrolmentService;
import org.sealpost.protocol.SealpostException;

/**
 * The Certificate Management Protocol (RFC 9810, in the profile of RFC 9483). Callers have no login: what they may do
 * follows from the token or the signing key that protects their message.
 */
@Stateless
@RunAs(EnrolmentService.PROTOCOL)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CmpService {
    @Inject
    CmpDesk desk;

    /**
     * Answers a message; refusals are answers too.
     *
     * @param message DER
     * @param words puts a failure into words
     * @return DER
     * @throws org.sealpost.crypto.BadEncoding when it is no message at all
     * @throws org.sealpost.lock.KeyManagerUnavailable unless the Key Manager is running
     */
    @PermitAll
    public byte[] answer(byte[] message, Function<SealpostException, String> words) {
        return desk.answer(message, words);
    }
}
