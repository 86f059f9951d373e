package org.sealpost.repeat;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.Optional;
import org.sealpost.crypto.RequestKey;

/**
 * Requests that programs may send again. A request is begun before anything is done; then it is answered, or refused, or
 * lost. Whoever crashes between the two leaves it begun, and it is taken for lost after a while: better that somebody has
 * to look than that it is done twice.
 */
@Stateless
@RolesAllowed("user")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RepeatService {
    @Inject
    KeyedRequests requests;

    /**
     * Begins a request, unless it was begun before.
     *
     * @param request the whole of it, so that the same key is not taken for two
     * @return the answer it had the first time; empty when this is the first time
     * @throws KeyUsedOtherwise when the key was given with another request
     * @throws StillUnderWay when the same request is being worked on
     * @throws OutcomeLost when nobody knows what became of the same request
     */
    public Optional<FirstAnswer> begin(RequestKey key, byte[] request) {
        byte[] mark = key.mark(request);
        try {
            return requests.begin(key, mark);
        } catch (PersistenceException e) {
            // two at the same moment: the second finds what the first has begun; anything else fails again
            return requests.begin(key, mark);
        }
    }

    /** It was done: the same request gets the same answer from now on. */
    public void answered(RequestKey key, FirstAnswer answer) {
        requests.answered(key, answer);
    }

    /** It was refused and had no effect: it may be asked again. */
    public void refused(RequestKey key) {
        requests.refused(key);
    }

    /** It failed in a way that tells nothing about its effect. */
    public void lost(RequestKey key) {
        requests.lost(key);
    }
}
