package org.sealpost.resealing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.sealpost.model.FormatCount;

/** In which formats mail is stored, for whoever chooses what may be read: numbers only, of all mailboxes together. */
@Stateless
@RolesAllowed("km-admin")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class StoredFormatsService {
    @Inject
    ResealingDesk desk;

    /** Sealed messages by their format; formats that none is in are left out. */
    public List<FormatCount> counts() {
        return desk.formats();
    }
}
