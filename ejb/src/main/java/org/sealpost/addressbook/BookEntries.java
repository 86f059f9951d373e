package org.sealpost.addressbook;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.est.CertsOnly;
import org.sealpost.lookup.Enabled;
import org.sealpost.pki.Certificates;

/** People and the book itself in the words of LDAP (RFC 4519, RFC 4523, RFC 2798). */
final class BookEntries {
    private static final String CLASS = "objectClass";

    private final DN base;
    private final Supplier<X509Certificate> authority;

    /** @param authority certificate of whoever issued everybody's; asked for only when there is somebody */
    BookEntries(DN base, Supplier<X509Certificate> authority) {
        this.base = base;
        this.authority = authority;
    }

    /** A person with the certificate to seal to, alone and with its authority's as mail programs exchange them. */
    Entry of(Enabled one) {
        DirectoryEntry person = one.person().entry();
        String surname = one.person().surname();
        List<Attribute> attributes = new ArrayList<>(List.of(
                new Attribute(CLASS, "top", "person", "organizationalPerson", "inetOrgPerson"),
                new Attribute("cn", person.displayName()),
                new Attribute("displayName", person.displayName()),
                new Attribute("sn", surname.isEmpty() ? person.displayName() : surname),
                new Attribute("mail", person.address()),
                new Attribute("userCertificate;binary", Certificates.der(one.certificate())),
                new Attribute(
                        "userSMIMECertificate;binary", CertsOnly.der(List.of(one.certificate(), authority.get())))));
        if (!one.person().givenName().isEmpty()) {
            attributes.add(new Attribute("givenName", one.person().givenName()));
        }
        return new Entry(new DN(new RDN("mail", person.address()), base), attributes);
    }

    /** The address that an entry of that name has; empty when it cannot be a person's. */
    Optional<String> address(DN name) {
        RDN first = name.getRDN();
        boolean below = first != null && base.equals(name.getParent());
        return below && !first.isMultiValued() && first.hasAttribute("mail")
                ? Optional.of(first.getAttributeValues()[0])
                : Optional.empty();
    }

    /** The entry above everybody. */
    Entry top() {
        return new Entry(base, new Attribute(CLASS, "top", "extensibleObject"));
    }

    /** What the server tells of itself (RFC 4512 section 5.1). */
    Entry root() {
        return new Entry(
                DN.NULL_DN,
                new Attribute(CLASS, "top"),
                new Attribute("namingContexts", base.toString()),
                new Attribute("supportedLDAPVersion", "3"),
                new Attribute("supportedControl", SimplePagedResultsControl.PAGED_RESULTS_OID),
                new Attribute("vendorName", "Sealpost"));
    }
}
