package org.sealpost.addressbook;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import java.time.Clock;
import java.util.Optional;
import org.sealpost.crypto.Passphrase;
import org.sealpost.directory.Directory;
import org.sealpost.directory.DirectoryEntry;

/** Lets people in by the password that the corporate directory knows, and whoever guesses only ten times a minute. */
final class Logins {
    /** Wrong passwords from one address within a minute. */
    static final int MOST_FAILURES = 10;

    private static final int LONGEST_NAME = 512;

    private final Directory directory;
    private final Tries wrong;

    Logins(Directory directory, Clock clock) {
        this.directory = directory;
        this.wrong = new Tries(MOST_FAILURES, Integer.MAX_VALUE, clock);
    }

    /** What became of an attempt. */
    enum Admission {
        ADMITTED,
        REFUSED,
        TOO_OFTEN
    }

    /**
     * Asks the directory.
     *
     * @param caller the address that the connection comes from
     * @param name login name, mail address, or a distinguished name that begins with one of them
     * @throws org.sealpost.protocol.Unavailable when the directory cannot be asked
     */
    Admission admit(String caller, String name, Passphrase password) {
        if (!wrong.left(caller)) {
            return Admission.TOO_OFTEN;
        }
        if (login(name).filter(login -> directory.knows(login, password)).isPresent()) {
            return Admission.ADMITTED;
        }
        wrong.spend(caller);
        return Admission.REFUSED;
    }

    private Optional<String> login(String name) {
        if (name.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        String bare = firstValue(name).strip();
        return bare.contains("@")
                ? directory.byAddress(bare).map(DirectoryEntry::login).filter(login -> !login.isBlank())
                : Optional.of(bare).filter(login -> !login.isEmpty());
    }

    private static String firstValue(String name) {
        try {
            RDN first = name.contains("=") ? new DN(name).getRDN() : null;
            return first == null ? name : first.getAttributeValues()[0];
        } catch (LDAPException e) {
            return name;
        }
    }
}
