package org.sealpost.lookup;

import java.security.cert.X509Certificate;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.directory.ListedPerson;

/**
 * Somebody to whom mail can be sealed.
 *
 * @param person what the directory says
 * @param certificate encryption certificate in force, which names the person's address
 */
public record Enabled(ListedPerson person, X509Certificate certificate) {
    /** Whose mailbox it is. */
    public DirectoryEntry entry() {
        return person.entry();
    }
}
