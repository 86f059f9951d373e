package org.sealpost.mime;

import java.net.IDN;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.apache.james.mime4j.codec.EncoderUtil;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.DefaultAddressParser;
import org.apache.james.mime4j.field.address.ParseException;

/**
 * A mail address with the name of its owner: an addr-spec of RFC 5322 section 3.4.1 within the lengths of RFC 5321
 * section 4.5.3.1, its domain in lower case and in the ASCII form of international names.
 * Two addresses are equal when they lead to the same mailbox by RFC 5321, whatever name stands beside them.
 */
public final class Address {

    private static final int LOCAL_PART_LENGTH = 64;
    private static final int ADDRESS_LENGTH = 254;
    private static final int NAME_LENGTH = 512;

    private final String displayName;
    private final String localPart;
    private final String domain;

    private Address(String displayName, String localPart, String domain) {
        this.displayName = displayName;
        this.localPart = localPart;
        this.domain = domain;
    }

    /**
     * An address without a name.
     *
     * @param spec the bare address, for example {@code alice@corp.example}
     * @throws InvalidAddress when it is not an address or is longer than RFC 5321 allows
     */
    public static Address of(String spec) {
        return of("", spec);
    }

    /**
     * An address with its owner's name.
     *
     * @param displayName the owner's name, may be empty
     * @param spec the bare address
     * @throws InvalidAddress when either holds control characters or is too long, or when the address is not one
     */
    public static Address of(String displayName, String spec) {
        String address = spec.strip();
        refuseControlCharacters(displayName, displayName);
        refuseControlCharacters(address, address);
        if (address.isEmpty()) {
            throw new InvalidAddress(InvalidAddress.Reason.EMPTY, address);
        }
        if (address.length() > ADDRESS_LENGTH || displayName.length() > NAME_LENGTH) {
            throw new InvalidAddress(InvalidAddress.Reason.TOO_LONG, address);
        }
        Mailbox mailbox = parsed(address);
        String localPart = EncoderUtil.encodeAddressLocalPart(mailbox.getLocalPart());
        if (!address.equals(localPart + "@" + mailbox.getDomain()) || mailbox.getName() != null) {
            throw new InvalidAddress(InvalidAddress.Reason.SYNTAX, address);
        }
        String domain = asciiDomain(mailbox.getDomain(), address);
        if (localPart.length() > LOCAL_PART_LENGTH || localPart.length() + 1 + domain.length() > ADDRESS_LENGTH) {
            throw new InvalidAddress(InvalidAddress.Reason.TOO_LONG, address);
        }
        return new Address(HeaderText.clean(displayName), localPart, domain);
    }

    /**
     * Reads what a person typed: {@code alice@corp.example} or {@code Alice Wong <alice@corp.example>}.
     *
     * @throws InvalidAddress as {@link #of(String, String)}
     */
    public static Address parse(String typed) {
        String text = typed.strip();
        int open = text.lastIndexOf('<');
        if (open < 0 || !text.endsWith(">")) {
            return of(text);
        }
        return of(unquoted(text.substring(0, open).strip()), text.substring(open + 1, text.length() - 1));
    }

    /** As {@link #of(String, String)}, for text of unknown origin: empty when it is not an address. */
    public static Optional<Address> find(String displayName, String spec) {
        try {
            return Optional.of(of(displayName, spec));
        } catch (InvalidAddress e) {
            return Optional.empty();
        }
    }

    /** The bare address. */
    public String spec() {
        return localPart + "@" + domain;
    }

    public String displayName() {
        return displayName;
    }

    public String domain() {
        return domain;
    }

    /** Name and address for people to read. */
    public String shown() {
        return displayName.isEmpty() ? spec() : displayName + " <" + spec() + ">";
    }

    /** Whether both lead to one mailbox where, as nearly everywhere, case does not count before the @ either. */
    public boolean sameMailbox(Address other) {
        return spec().toLowerCase(Locale.ROOT).equals(other.spec().toLowerCase(Locale.ROOT));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Address a && localPart.equals(a.localPart) && domain.equals(a.domain);
    }

    @Override
    public int hashCode() {
        return Objects.hash(localPart, domain);
    }

    @Override
    public String toString() {
        return spec();
    }

    private static Mailbox parsed(String address) {
        try {
            if (DefaultAddressParser.DEFAULT.parseAddress(address) instanceof Mailbox mailbox
                    && mailbox.getDomain() != null
                    && mailbox.getRoute().isEmpty()) {
                return mailbox;
            }
        } catch (ParseException e) {
            throw new InvalidAddress(InvalidAddress.Reason.SYNTAX, address);
        }
        throw new InvalidAddress(InvalidAddress.Reason.SYNTAX, address);
    }

    private static String asciiDomain(String domain, String address) {
        try {
            String ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            if (!ascii.endsWith(".")) {
                return ascii;
            }
        } catch (IllegalArgumentException e) {
            throw new InvalidAddress(InvalidAddress.Reason.SYNTAX, address);
        }
        throw new InvalidAddress(InvalidAddress.Reason.SYNTAX, address);
    }

    private static void refuseControlCharacters(String text, String shown) {
        if (text.codePoints().anyMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029)) {
            throw new InvalidAddress(InvalidAddress.Reason.CONTROL_CHARACTER, shown);
        }
    }

    private static String unquoted(String name) {
        if (name.length() < 2 || !name.startsWith("\"") || !name.endsWith("\"")) {
            return name;
        }
        return name.substring(1, name.length() - 1).replaceAll("\\\\(.)", "$1");
    }
}
