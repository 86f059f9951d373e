package org.sealpost.issuing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.sealpost.pki.KeyPairs;
import org.sealpost.pki.KeyType;

/** Provides for an encryption pair before the transaction that takes it: making one takes seconds, and would hold rows. */
@ApplicationScoped
public class Provision {
    @Inject
    KeyPool pool;

    @Inject
    KeyPairs keyPairs;

    /**
     * Puts a pair into the stock if it is empty. To be called outside of any transaction; of two callers at once one may
     * still have to make its own pair.
     *
     * @throws org.sealpost.lock.KeyManagerUnavailable unless the Key Manager is running
     */
    public void make(KeyType type) {
        if (type == pool.kept() && type.slow() && pool.size() == 0) {
            pool.put(keyPairs.generate(type));
        }
    }
}
